"""Entities: which mentions of all articles name the same person, place or organisation, and why.

Merging is by blocks: forms meet only where they share a key (letters, base form, table entry, surname), so that the
work is linear in the number of mentions. A merge that is uncertain is not made but suggested.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lib.article import UNKNOWN, Article
from lib.compare.entities.fullnames import link_full_names
from lib.compare.entities.institutions import link_abbreviations, link_names, link_short_institutions
from lib.compare.entities.known import find
from lib.compare.entities.links import Links, Node, link_spellings
from lib.compare.entities.names import genitive_bases, letters, stem
from lib.compare.entities.naming import attested_name, base_form, entity_id
from lib.compare.entities.persons import is_short
from lib.compare.entities.shortnames import link_short_names
from lib.schema import Alias, Entity, Mention, Quote, Suggestion

FAMILIES = {"PER": "PER", "NORP": "NORP"}
"""Labels whose names are kept apart from the rest; LOC, ORG and MISC often stand for one another."""
NAME = "NAME"
_BOUND = re.compile(r" (?:of|than|for)$")
"""What binds a reason to the name behind it: "surname of"."""
_FIRST_PART = re.compile(r"-(?!Sprecher|Angabe|Schätzung|Zählung|Bericht|Meldung|Mitteilung)")
"""Behind a name that is the first part of another: "Holm-Regierung"; "Holm-Sprecher" is Holm's voice."""
_NAMED_LAST = re.compile(r"\w\s(?!(?:in|im|zu|von|der|des|für|und)\s)[\w-]+\s[A-ZÄÖÜ][\w-]+$")
"""A name whose last word is a name by itself: "Akademie der Wissenschaften Leopoldina", not "Universität zu Köln"."""
_FROM = re.compile(r"\b(?:von|in|aus)\s$")
_PLACED = re.compile(
    r"(?:^|\s)(?!(?:[\w-]*(?:stadt|land|kreis|region)|Stadt|Land|Kreis|Gemeinde|Ort|Freistaat|Republik|Königreich|Kanton|Insel)\s)"
    r"[A-ZÄÖÜ][\w-]+\s$"
)
"""Before the place of a body, "Polizeidirektion Ulm", unlike "Stadt Ulm"."""
_OF, _OWNED = re.compile(r"\w\s(?:von|des|der)\s$"), re.compile(r"(?<=s)\s[A-ZÄÖÜ]")


class Merged(NamedTuple):
    """What merging gives: the mentions with their entities, the entities, their forms, and which may be one."""

    mentions: list[Mention]
    entities: list[Entity]
    aliases: list[Alias]
    suggestions: list[Suggestion]


def merge(
    articles: Sequence[Article], mentions: Sequence[Mention], story_of: Mapping[str, str] | None = None
) -> Merged:
    """Decide which mentions name the same entity.

    A mention takes over the label of its entity. The result does not depend on the order of the articles.

    Args:
        articles: with unique ids.
        mentions: of these articles.
        story_of: story of each article, if known: a short name is looked for in the story before the whole corpus.
    """
    story_of = story_of or {}
    families = _families(mentions)
    nodes = [_node(mention, family) for mention, family in zip(mentions, families, strict=True)]
    links = Links()
    link_spellings(
        links, (node for node in nodes if node.family == "NORP"), stem, lambda key: (), "of the same origin as"
    )
    labels: dict[Node, list[str]] = defaultdict(list)
    for mention, node in zip(mentions, nodes, strict=True):
        if node.family == NAME:
            labels[node].append(mention.label)
    label = {node: _label(NAME, given) for node, given in labels.items()}
    link_names(links, label)
    link_abbreviations(links, articles, mentions, nodes)
    nodes = _localize(links, mentions, nodes, label, story_of)
    full: dict[str, Counter[Node]] = defaultdict(Counter)
    began: dict[str, dict[Node, int]] = defaultdict(dict)
    for node, mention in zip(nodes, mentions, strict=True):
        if node.family == "PER":
            before = began[mention.article_id].get(node, mention.start)
            began[mention.article_id][node] = min(before, mention.start)
            if not node.article:
                full[mention.article_id][node] += 1
    stories_of: dict[Node, set[str]] = defaultdict(set)
    for article, present in full.items():
        for node in present:
            stories_of[node].add(story_of.get(article, article))
    link_full_names(links, stories_of)
    short = Counter(node for node in nodes if node.family == "PER" and node.article)
    link_short_names(links, full, short, story_of, began)
    return _tables(articles, mentions, nodes, links)


def _localize(
    links: Links,
    mentions: Sequence[Mention],
    nodes: Sequence[Node],
    label: Mapping[Node, str],
    story_of: Mapping[str, str],
) -> list[Node]:
    """The nodes, with the article where a short name of an institution stands for a longer one of its article."""
    of_article: dict[str, set[Node]] = defaultdict(set)
    for mention, node in zip(mentions, nodes, strict=True):
        if node.family == NAME:
            of_article[mention.article_id].add(node)
    short = link_short_institutions(links, of_article, label, story_of)
    here = (node._replace(article=mention.article_id) for mention, node in zip(mentions, nodes, strict=True))
    return [local if local in short else node for local, node in zip(here, nodes, strict=True)]


def _node(mention: Mention, family: str) -> Node:
    """Short names of persons mean something only where they stand; all other forms mean the same everywhere."""
    form = " ".join(mention.text.split())
    return Node(family, form, mention.article_id if family == "PER" and is_short(form) else "")


def _families(mentions: Sequence[Mention]) -> list[str]:
    """Person, derived word or other name: what most mentions of the form in the article say, else in the corpus."""
    keys = [letters(mention.text).rstrip("s") for mention in mentions]
    families = [FAMILIES.get(mention.label, NAME) for mention in mentions]
    corpus: dict[str, Counter[str]] = defaultdict(Counter)
    local: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for mention, key, family in zip(mentions, keys, families, strict=True):
        corpus[key][family] += 1
        local[mention.article_id, key][family] += 1

    def decide(article: str, key: str) -> str:
        here, everywhere = local[article, key], corpus[key]
        best = max(everywhere, key=lambda f: (everywhere[f], f))
        if everywhere[best] >= 3 * (everywhere.total() - everywhere[best]):
            return best
        return max(here, key=lambda f: (here[f], everywhere[f], f))

    chosen = {(article, key): decide(article, key) for article, key in local}
    return [chosen[mention.article_id, key] for mention, key in zip(mentions, keys, strict=True)]


def _tables(articles: Sequence[Article], mentions: Sequence[Mention], nodes: Sequence[Node], links: Links) -> Merged:
    """Rows of the tables for the clusters that the links make."""
    source = {article.id: article.source for article in articles}
    clusters: dict[Node, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        clusters[links.root(node)].append(i)
    found = []
    for members in clusters.values():
        here = Counter(nodes[i] for i in members)
        attested, family = attested_name(here), nodes[members[0]].family
        known = find(attested) if family == NAME else None
        name = known.name if known else base_form(attested, family)
        label = known.label if known else _label(family, [mentions[i].label for i in members])
        in_base = {node.form for node in here} & {name}
        found.append((label, name, min(in_base, default=attested), here, members))
    merged, entities, aliases = list(mentions), [], []
    id_of: dict[Node, str] = {}
    taken: Counter[str] = Counter()
    for label, name, attested, here, members in sorted(found, key=lambda entry: (entry[0], entry[1], sorted(entry[3]))):
        taken[entity_id(label, name)] += 1
        identity = entity_id(label, name, taken[entity_id(label, name)])
        id_of[links.root(nodes[members[0]])] = identity
        for i in members:
            merged[i] = mentions[i]._replace(entity_id=identity, label=label)
        counted = [mentions[i].article_id for i in members if not mentions[i].is_refrain]
        sources = {source[article] for article in counted} - {UNKNOWN}
        entities.append(Entity(identity, name, label, len(counted), len(set(counted)), len(sources)))
        aliases += _aliases(identity, attested, here, links)
    return Merged(merged, entities, aliases, _suggestions(links, id_of))


def _suggestions(links: Links, id_of: Mapping[Node, str]) -> list[Suggestion]:
    """What was offered, once for every two entities."""
    found: dict[tuple[str, str], str] = {}
    for node, other, reason in links.offers():
        pair = id_of[links.root(node)], id_of[links.root(other)]
        if pair[::-1] not in found:
            found.setdefault(pair, f"{node.form} may be {other.form} ({_BOUND.sub('', reason)})")
    return [Suggestion(*pair, reason) for pair, reason in sorted(found.items())]


def _aliases(entity_id: str, name: str, nodes: Counter[Node], links: Links) -> list[Alias]:
    why = links.reasons(max((node for node in nodes if node.form == name), key=lambda node: (nodes[node], node)))
    count: Counter[str] = Counter()
    reasons: dict[str, str] = {}
    for node in sorted(nodes):
        count[node.form] += nodes[node]
        reasons.setdefault(node.form, why.get(node._replace(article=""), why[node]))
    reasons[name] = "name"
    return [Alias(entity_id, form, n, reasons[form]) for form, n in sorted(count.items(), key=lambda e: (-e[1], e[0]))]


def _label(family: str, labels: Iterable[str]) -> str:
    if family != NAME:
        return family
    count = Counter(label for label in labels if label not in FAMILIES) or Counter(labels)
    return max(count, key=lambda label: (count[label], label))


def speakers(quotes: Iterable[Quote], mentions: Iterable[Mention]) -> list[Quote]:
    """The quotations with the entity that speaks.

    It is the one that a mention within the speaker's words names, persons first; else the only one of the article
    with a form that equals those words, but for a genitive; else the only body with a name that ends in them; else it
    stays empty.

    Args:
        quotes: of any articles.
        mentions: of these articles, with their entities.
    """
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.label != "NORP":
            by_article[mention.article_id].append(mention)
    return [quote._replace(speaker_entity_id=_speaker(quote, by_article[quote.article_id])) for quote in quotes]


def _is_head(mention: Mention, quote: Quote) -> bool:
    """Whether a mention is who speaks, and not whose adviser or administration: "Holms Berater", "der Anwalt von Holm",
    "die Holm-Regierung", "der Bürgermeister von Kiel"."""
    before, end = quote.speaker[: mention.start - quote.speaker_start], mention.end - quote.speaker_start
    if _FIRST_PART.match(quote.speaker, end) or _is_elsewhere(mention, before):
        return False
    return mention.label != "PER" or not (_OF.search(before) or _OWNED.match(quote.speaker, end))


def _is_elsewhere(mention: Mention, before: str) -> bool:
    """Whether a mention is the place of who speaks: "Polizeidirektion Ulm", unlike "Regierung Norwegens"."""
    is_placed = _PLACED.search(before) and not mention.text.endswith("s")
    return mention.label == "LOC" and bool(is_placed or _FROM.search(before))


def _speaker(quote: Quote, mentions: Sequence[Mention]) -> str:
    if not quote.speaker:
        return ""
    within = [
        mention
        for mention in mentions
        if mention.start >= quote.speaker_start >= 0 and mention.end <= quote.speaker_end
        if _is_head(mention, quote)
    ]
    if within:
        return min(within, key=lambda m: (m.label != "PER", m.label != "ORG", m.start)).entity_id
    said = letters(quote.speaker)
    keys = {said, *genitive_bases(said)}
    ends = [m._replace(text=m.text.split()[-1]) for m in mentions if m.label == "ORG" and _NAMED_LAST.search(m.text)]
    for named in (mentions, ends):
        same = {m.entity_id for m in named if letters(m.text) in keys}
        if len(same) == 1:
            return same.pop()
    return ""
