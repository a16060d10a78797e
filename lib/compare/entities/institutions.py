"""Which names of places, organisations and other things are one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lib.article import Article
from lib.compare.entities.bodies import of_city
from lib.compare.entities.known import find, known_names, road
from lib.compare.entities.links import Links, Node, link_spellings
from lib.compare.entities.names import abbreviates, genitive_bases, inflection, letters, without_legal_form
from lib.nominative import is_noun, nominative
from lib.schema import Mention

_INTRODUCED = re.compile(r"\s*\(([\w-]{2,10})\)")
_WITH_ABBREVIATION = re.compile(r"(.+?)\s*\(([\w-]{2,10})\)")
_RANK = re.compile(r"(?:Stadt|Hansestadt|Landeshauptstadt|Freistaat|Republik|Königreich)\s+(?=[A-ZÄÖÜ])")
_RIVER = re.compile(
    r"(?:\s*\(|\s+(?:an|am|ob)\s+(?:der|dem|die)?\s*)"
    r"(?!\w*(?i:straße|platz|allee|gasse|weg|damm|ufer|brücke|tor|park|markt)\b)(\w+)\)?$"
)
"""Behind a town of which there are several; not where in a town something stands: "Bad an der Moorstraße"."""
_ADJECTIVE = re.compile(r"^(?:[a-zäöü][\w-]*(?:e|en|er|es)|[A-ZÄÖÜ][\w-]+(?:er|ische[nrs]?))\s+(?=[A-ZÄÖÜ])")
_BODY = re.compile(
    r"(?:gericht|hof|amt|anwaltschaft|ministerium|rat|senat|tag|parlament|vorstand|verband|verein|bund|behörde|klinik|"
    r"klinikum|krankenhaus|universität|hochschule|schule|polizei|präsidium|direktion|verwaltung|kammer|fraktion|kreis|"
    r"zentrum|institut|kirche|bistum|gesellschaft|gewerkschaft|agentur|feuerwehr|regierung)(?:e?s)?$",
    re.IGNORECASE,
)
_OF_STATE = re.compile(
    r"(?:Bundes|Landes|US-)(\w+(?:ministerium|hof|gericht|amt|agentur)|kanzleramt)(?:e?s)?", re.IGNORECASE
)
_CLUB = re.compile(r"(?:1\. )?(FC|FSV|RB|SC|SV|TSG|TSV|VfB|VfL|Bayer|Borussia|Eintracht|Fortuna) (\w+)(?: \w+)?")
_NAMED_BODY = re.compile(
    r"\w*(?i:verband|verein|bund|bündnis|gesellschaft|gewerkschaft|konzern|firma|initiative|organisation|stiftung)e?s? "
    r"([A-ZÄÖÜ]\w+(?: [A-ZÄÖÜ]\w+)*)"
)
"""What bears its name behind its noun: "Naturschutzverband Kiebitz", unlike "Gewerkschaft der Polizei"."""
_COMPLEMENT = re.compile(r"\s+(?:in|im|von|vom|der|des|für|am|zu)\s+.+$")
_SHORT = 6
"""The most letters of a name in capitals that is rather an abbreviation than a noun in a headline."""


def link_names(links: Links, label: Mapping[Node, str]) -> None:
    """Join the forms of one name: in the table, in other spelling or case, places with rank or river.

    A noun is another name than its letters in capitals: "Bund" and "BUND".

    Args:
        links: to add to.
        label: of each form.
    """
    nodes = sorted(label)
    by_table: dict[str, Node] = {}
    for node in nodes:
        if known := find(node.form):
            links.join(node, by_table.setdefault(known.name, node), f"in the table of {known.table} with")
    link_spellings(links, nodes, _key, _bases, "inflected form of")
    by_nominative: dict[str, Node] = {}
    for node in nodes:
        base = _capitals(node.form) or letters(nominative(node.form))
        links.join(node, by_nominative.setdefault(base, node), "inflected form of")
    of_cities: dict[str, Node] = {}
    for node in nodes:
        if body := of_city(node.form):
            links.join(node, of_cities.setdefault(body, node), "the city in another place than in")
    by_key = {_key(node.form): node for node in reversed(nodes)}
    places = [node for node in nodes if label[node] == "LOC"]
    roads: dict[str, Node] = {}
    for node in places:
        if name := road(node.form):
            links.join(node, roads.setdefault(name, node), "the road of the same number as")
    _link_rivers(links, by_key, places)
    for node in places:
        bare = _RANK.sub("", node.form)
        if bare != node.form and (other := by_key.get(inflection(bare))):
            links.join(node, other, "with its rank,", "without its rank,")
    for node in nodes:
        bare = without_legal_form(node.form)
        other = by_key.get(inflection(bare)) if bare != node.form else None
        if other and label[other] == label[node]:
            links.join(node, other, "with its legal form,", "without its legal form,")


def _capitals(form: str) -> str:
    """A form that is a noun in capitals, which is rather somebody's abbreviation; empty if it is none."""
    return form if form.isupper() and len(form) <= _SHORT and is_noun(form) else ""


def _key(form: str) -> str:
    return _capitals(form) or inflection(form)


def _bases(key: str) -> tuple[str, ...]:
    """A name of the table is in its base form: Hamas is not of Hama."""
    return () if key in known_names() else genitive_bases(key)


def _link_rivers(links: Links, by_key: Mapping[str, Node], nodes: Iterable[Node]) -> None:
    """Join "Halle" and "Halle (Saale)" where the corpus has only one Halle of that kind."""
    rivers: dict[str, set[str]] = defaultdict(set)
    long: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        bare = _RANK.sub("", node.form)
        found = _RIVER.search(bare)
        known = find(bare[: found.start()]) if found else None
        if found and not (known and known.table == "countries"):  # "Schweiz (Basel)"
            key = inflection(bare[: found.start()])
            rivers[key].add(inflection(found[1]))
            long[key].append(node)
    for key, found_nodes in long.items():
        if len(rivers[key]) == 1:
            for node in found_nodes:
                links.join(node, by_key.get(key, found_nodes[0]), "with its river or region,", "short for")


def link_abbreviations(
    links: Links, articles: Sequence[Article], mentions: Sequence[Mention], nodes: Sequence[Node]
) -> None:
    """Join an abbreviation with the long form behind which a text puts it in brackets, if there is one such form."""
    text = {article.id: article.text for article in articles}
    forms = {node.form: node for node in nodes if node.family not in {"PER", "NORP"}}
    introduced: dict[str, list[tuple[str, Node]]] = defaultdict(list)
    for mention, node in zip(mentions, nodes, strict=True):
        if node.family in {"PER", "NORP"}:
            continue
        behind = _INTRODUCED.match(text.get(mention.article_id, ""), mention.end)
        if behind and abbreviates(behind[1], node.form):
            introduced[behind[1]].append((mention.article_id, node))
        within = _WITH_ABBREVIATION.fullmatch(node.form)
        if within and abbreviates(within[2], within[1]):
            introduced[within[2]].append((mention.article_id, node))
            if within[1] in forms:
                links.join(node, forms[within[1]], "with its abbreviation,", "without its abbreviation,")
    in_article: dict[str, set[Node]] = defaultdict(set)
    for mention, node in zip(mentions, nodes, strict=True):
        if node.family not in {"PER", "NORP"}:
            in_article[mention.article_id].add(node)
    for present in in_article.values():
        _offer_abbreviations(links, present)
    for short, long in introduced.items():
        if len({links.root(node) for _, node in long}) == 1 and short in forms:
            article, node = min(long)
            links.join(forms[short], node, f"abbreviation introduced in article {article} of", "long form of")


def _offer_abbreviations(links: Links, present: Iterable[Node]) -> None:
    """Offer abbreviations for names of the article whose words begin with their letters, though no text says so."""
    long: dict[str, list[tuple[Node, list[str]]]] = defaultdict(list)
    for node in present:
        words = [word for word in node.form.replace("-", " ").split() if word[0].isupper()]
        if len(words) > 1:
            long[node.form[0]].append((node, words))
    for node in present:
        if find(node.form):
            continue
        for other, words in long.get(node.form[0], ()):
            initials = iter(node.form.upper())
            as_long = len(words) >= len(letters(node.form)) - 1 and letters(words[0]) != letters(node.form)
            if as_long and abbreviates(node.form, other.form) and all(word[0] in initials for word in words):
                links.offer(node, other, "abbreviation of")


def link_short_institutions(
    links: Links, of_article: Mapping[str, set[Node]], label: Mapping[Node, str], story_of: Mapping[str, str]
) -> set[Node]:
    """Join "Senat" with "Berliner Senat" where the article, else its story, holds one such longer name only.

    So "Rechnungshof" with "Bundesrechnungshof", and "Kiel" with "VfL Kiel" where both are organisations.

    Args:
        links: with the forms of one name already joined.
        of_article: forms by article.
        label: of each form; a short form stands for names of its label only.
        story_of: story of each article, as far as known.

    Returns:
        The short nodes, each with its article.
    """
    in_story: dict[str, dict[str, set[Node]]] = defaultdict(lambda: defaultdict(set))
    in_article = {article: _by_head(nodes) for article, nodes in of_article.items()}
    for article, heads in in_article.items():
        for key, nodes in heads.items():
            in_story[story_of.get(article, article)][key] |= nodes
    short = set()
    for article, nodes in sorted(of_article.items()):
        in_capitals = {letters(capitals) for node in nodes if (capitals := _capitals(node.form))}
        for node in sorted(nodes):
            is_noun_too = letters(node.form) in in_capitals and not _capitals(node.form)
            if label[node] not in {"ORG", "LOC"} or find(node.form) or is_noun_too:
                continue
            keys = (inflection(node.form), *genitive_bases(inflection(node.form)))
            for heads in (in_article[article], in_story[story_of.get(article, article)]):
                long = {n for key in keys for n in heads.get(key, ()) if label[n] == label[node]}
                if len({links.root(other) for other in long}) == 1:
                    here = node._replace(article=article)
                    links.join(here, min(long), "short, in one story, for", "long form of")
                    short.add(here)
                    break
            else:
                longer = [n for n in nodes if label[n] == label[node] == "ORG" and n.form.startswith(f"{node.form} ")]
                if len({links.root(other) for other in longer} - {links.root(node)}) == 1:
                    links.offer(node, min(longer, key=lambda n: (len(n.form), n)), "first words of")
    return short


def _by_head(nodes: Iterable[Node]) -> dict[str, set[Node]]:
    """The longer names by the noun that can stand for them."""
    heads: dict[str, set[Node]] = defaultdict(set)
    for node in nodes:
        first = node.form.split()[0]
        if body := _NAMED_BODY.fullmatch(node.form):
            heads[inflection(body[1])].add(node)
        if _RIVER.search(node.form) and not _BODY.search(first):
            continue
        heads_of_node = {_ADJECTIVE.sub("", node.form), _COMPLEMENT.sub("", node.form)} | {
            first for _ in _BODY.findall(first)
        }
        named = [found for pattern in (_OF_STATE, _CLUB) if (found := pattern.fullmatch(node.form))]
        heads_of_node |= {part for found in named for part in found.groups()}
        for head in heads_of_node - {node.form}:
            if " " not in head and (len(head) > 3 or head.isupper()):
                key = inflection(head)
                for base in (key, *genitive_bases(key)):
                    heads[base].add(node)
    return heads
