"""Whom a short name means where it stands: "Putin", "Boris", "von der Leyens"."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from lib.compare.entities import transliteration
from lib.compare.entities.links import Links, Node, link_spellings
from lib.compare.entities.names import surname, without_title
from lib.compare.entities.persons import ends, joined, parse, person_bases

FIRST, SURNAME = "first word", "surname"
LIKE = SOUNDS_LIKE, LOOKS_LIKE = "~", "%"
"""First characters of keys that other words may share."""
MOST_OFFERED = 5
"""Persons for whom a short name is offered: where more bear it, offering tells nothing."""
FOREMOST = 4
"""Times as often as anybody else of that surname an article names the person in full whom it means by it alone."""
WELL_KNOWN, BETTER_KNOWN = 10, 8
"""Articles that name a person in full whom a surname means wherever nothing tells otherwise, and times as many as name
all others together who can be called so: large corpora have a second Merkel."""
SWAPPABLE = 6
"""Letters that a surname must have for letters that changed places to be a typing error rather than another name."""


class Bearer(NamedTuple):
    """A person who can be called `key`."""

    key: str
    part: str
    full: Node
    person: Node


def link_short_names(
    links: Links,
    named: Mapping[str, Counter[Node]],
    short: Mapping[Node, int],
    story_of: Mapping[str, str],
    began: Mapping[str, Mapping[Node, int]],
) -> None:
    """Join short names with the one person that they can mean: in the article, else in its story, else in the corpus.
    Of several who bear a surname the article means the one whom it names far more often than the others, or whom alone
    it had named when it first used the short name, if it names each of the others once; else the one who is far better
    known than the others in the corpus.

    A first word alone names a person in the article of the full name; beyond it only where articles call a
    person so more often than by the last word, as they do Kim Jong-un.

    Args:
        links: with the full names already joined.
        named: full names by article, each with the number of its mentions there.
        short: short names, each with its article, and the number of mentions there.
        story_of: story of each article, as far as known.
        began: where each article first has a full or short name.
    """
    full = {article: set(nodes) for article, nodes in named.items()}
    found = _in_article(full, short, links)
    glued = _glued(links, full, _usual_first_words(links, found, short))
    full = {article: nodes - glued for article, nodes in full.items()}
    found = _in_article(full, short, links)
    firsts = _usual_first_words(links, found, short)
    in_story: dict[str, set[Node]] = defaultdict(set)
    for article, nodes in full.items():
        if article in story_of:
            in_story[story_of[article]] |= nodes
    beyond = {story: _called(_bearers(links, nodes), firsts) for story, nodes in in_story.items()}
    everyone = _called(_bearers(links, set().union(*full.values())), firsts)
    articles = Counter(person for nodes in full.values() for person in {links.root(node) for node in nodes})
    alone: list[Node] = []
    for node, in_article in found.items():
        in_its_story = _bearers_of(node.form, beyond.get(story_of.get(node.article, ""), {}))
        here = named.get(node.article, Counter())
        often: Counter[Node] = Counter()  # by person
        for full_name, n in here.items():
            often[links.root(full_name)] += n
        before = {links.root(one) for one in here if began[node.article][one] < began[node.article][node]}
        meant = _introduced(_foremost(in_article, links, often), links, often, before)
        anywhere = _bearers_of(node.form, everyone)
        for able in (meant, in_its_story, anywhere, _best_known(anywhere, links, articles, often)):
            if len(able) == 1:
                links.join(node, able[0].full, f"{_way(node.form, able[0])} of", "full name of")
                break
        else:
            alone.append(node._replace(article=""))
            links.join(node, alone[-1], "same as")
            able = in_article or in_its_story or anywhere
            for bearer in able if len(able) <= MOST_OFFERED else ():
                links.offer(alone[-1], bearer.full, f"{_way(node.form, bearer)} of")
    link_spellings(links, alone, joined, person_bases, "other title than")


def _in_article(full: Mapping[str, set[Node]], short: Iterable[Node], links: Links) -> dict[Node, list[Bearer]]:
    local = {article: _bearers(links, nodes) for article, nodes in full.items()}
    return {node: _bearers_of(node.form, local.get(node.article, {})) for node in sorted(short)}


def _foremost(able: list[Bearer], links: Links, often: Mapping[Node, int]) -> list[Bearer]:
    """Of those who bear a surname the one who has nearly all mentions by full name, if there is one."""
    by_number = sorted(able, key=lambda bearer: -often[links.root(bearer.full)])
    if len(able) < 2 or any(bearer.part != SURNAME for bearer in able):
        return able
    first, second = (often[links.root(bearer.full)] for bearer in by_number[:2])
    return by_number[:1] if first >= FOREMOST * second else able


def _introduced(able: list[Bearer], links: Links, often: Mapping[Node, int], before: Collection[Node]) -> list[Bearer]:
    """The one whom alone the article had named in full when it first used the short name, if it names each of the
    others who bear it once."""
    known = [bearer for bearer in able if links.root(bearer.full) in before]
    others = [bearer for bearer in able if bearer not in known]
    return known if len(known) == 1 and all(often[links.root(bearer.full)] == 1 for bearer in others) else able


def _best_known(
    able: list[Bearer], links: Links, articles: Mapping[Node, int], often: Mapping[Node, int]
) -> list[Bearer]:
    """Of those who can be called so in the corpus the one who has it as surname and whom nearly all articles mean that
    name any of them in full, if those are many and the article at hand names no other more often.

    Args:
        able: as the persons were before any short name was joined.
        articles: that name each of these persons in full.
        often: mentions by full name in the article at hand, by the persons as they are now.
    """
    if len(able) < 2:
        return []
    first, *others = sorted(able, key=lambda bearer: -articles[bearer.person])
    rest = sum(articles[bearer.person] for bearer in others)
    here = max(often[links.root(bearer.full)] for bearer in others)
    is_known = articles[first.person] >= max(WELL_KNOWN, BETTER_KNOWN * rest) and first.part == SURNAME
    return [first] if is_known and often[links.root(first.full)] >= here else []


def _glued(links: Links, full: Mapping[str, set[Node]], firsts: set[str]) -> set[Node]:
    """Names that were cut out of the text too long: "Kim Putin", "Putins Auto", "Wladimir Putin Nordkorea".

    They begin with another person's name, or its genitive, or are made of two, of persons whom more articles name.
    """
    articles = Counter(links.root(node) for nodes in full.values() for node in nodes)
    nodes = sorted(set().union(*full.values()))
    whole: dict[str, int] = defaultdict(int)
    last: dict[str, int] = defaultdict(int)
    first: dict[str, int] = defaultdict(int)
    for node in nodes:
        n = articles[links.root(node)]
        name = parse(node.form)
        for names, key in ((whole, joined(node.form)), (last, name[-1]), (first, name[0])):
            names[key] = max(names[key], n)

    def is_glued(node: Node) -> bool:
        name, n = parse(node.form), articles[links.root(node)]
        longer = any(whole.get("".join(name[:k]), 0) > n for k in range(2, len(name)))
        genitive = first[name[0]] <= n and any(last.get(base, 0) > n for base in person_bases(name[0]))
        starts = first[name[0]] > n if name[0] in firsts else first[name[0]] <= n and last.get(name[0], 0) > n
        return longer or genitive or (starts and last[name[-1]] > n)

    return {node for node in nodes if is_glued(node)}


def _bearers(links: Links, full: Iterable[Node]) -> dict[str, list[Bearer]]:
    """Who can be called by which surname or first word, in letters and in sounds."""
    bearers: dict[str, list[Bearer]] = defaultdict(list)
    for node in sorted(full):
        name = parse(node.form)
        parts = {name[0]: FIRST, name[-1]: SURNAME, "".join(surname(name)): SURNAME}
        for key, part in parts.items():
            bearers[key].append(Bearer(key, part, node, links.root(node)))
        sound = _sound(ends(node.form)[1])
        bearers[sound].append(Bearer(sound, SURNAME, node, links.root(node)))
        if len(name[-1]) >= SWAPPABLE:
            swapped = _swapped(name[-1])
            bearers[swapped].append(Bearer(swapped, SURNAME, node, links.root(node)))
    return bearers


def _sound(word: str) -> str:
    return SOUNDS_LIKE + transliteration.same_sounds(word)


def _swapped(word: str) -> str:
    """Key that a word shares with its copies in which letters inside have changed places ("Plamer", "Palmer")."""
    return f"{LOOKS_LIKE}{word[0]}{''.join(sorted(word[1:-1]))}{word[-1]}"


def _usual_first_words(links: Links, found: Mapping[Node, list[Bearer]], short: Mapping[Node, int]) -> set[str]:
    """First words by which someone is called twice or more, and more often than by the last word of the name."""
    calls: Counter[tuple[Node, str, str]] = Counter()
    for node, able in found.items():
        if len(able) == 1:
            calls[links.root(able[0].full), able[0].key, able[0].part] += short[node]
    usual: Counter[tuple[Node, str]] = Counter()
    for (person, _, part), n in calls.items():
        usual[person, part] += n
    return {
        key for person, key, part in calls if part == FIRST and usual[person, FIRST] > max(1, usual[person, SURNAME])
    }


def _called(bearers: Mapping[str, list[Bearer]], firsts: set[str]) -> dict[str, list[Bearer]]:
    """Those who can be called so beyond the article.

    First words count where usual; elsewhere they only make a surname uncertain ("Martin" where there is a Martin
    Schulz). What is alike but not the same, as are typing errors, does not count.
    """
    return {
        key: found
        for key, found in bearers.items()
        if key[0] not in LIKE and (key in firsts or any(b.part == SURNAME for b in found))
    }


def _bearers_of(form: str, bearers: Mapping[str, list[Bearer]]) -> list[Bearer]:
    """The persons whom a short form can mean, each once.

    The form as written counts before its base form, and both before other spellings of the same sounds.
    """
    name = parse(form)
    last = surname(name)
    initials = name[: -len(last)]
    written = without_title(form).split()[-1:] or [form]
    spellings = [w for w in (written[0], written[0].removesuffix("s")) if not initials and w.strip(".")]
    swapped = [_swapped(last[-1])] if len(last[-1]) >= SWAPPABLE and not initials else []
    for key in ("".join(last), *person_bases("".join(last)), *map(_sound, spellings), *swapped):
        able = [b for b in bearers.get(key, ()) if not initials or parse(b.full.form)[0].startswith(initials[0])]
        if key[0] == SOUNDS_LIKE:
            able = [b for b in able if transliteration.is_respelling(written[0], ends(b.full.form)[1])]
        if able:
            return list({b.person: b for b in reversed(able)}.values())[::-1]
    return []


def _way(form: str, bearer: Bearer) -> str:
    if bearer.key[0] == SOUNDS_LIKE:
        return f"other transliteration of the {bearer.part}"
    if bearer.key[0] == LOOKS_LIKE:
        return f"typing error for the {bearer.part}"
    return bearer.part if joined(form).endswith(bearer.key) else f"genitive of the {bearer.part}"
