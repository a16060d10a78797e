"""Words that show who speaks: verbs and prepositions of saying, and the small words that order a German clause."""

from typing import Final


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAYING = """sag erklär beton kritisier warn forder argumentier begründ ergänz mahn mein twitter antwort
erwider entgegn erläuter bekräftig versicher verkünd behaupt bestätig bemerk kommentier
appellier äußer lob beklag klag fürcht erinner erzähl frag glaub vermut hoff schilder
unterstreich verlang verlautbar verteidig konstatier resümier formulier urteil prognostizier
teil füg kündig zitier meld signalisier präzisier monier spott scherz schimpf jubel bedauer
begrüß würdig plädier attestier rechtfertig bilanzier wiederhol rüg beteuer empör gratulier droh
bericht skandier mutmaß verurteil bezeug ermahn bewert charakterisier bezichtig"""
_SAYING_IRREGULAR = """sprach sprachen spricht schrieb schrieben schreibt rief riefen wies wiesen verwies verwiesen
verweist unterstrich unterstrichen unterstreicht riet rieten rät empfahl empfahlen empfiehlt
gestand beschrieb mitteilte mitteilten mitteilt hinzufügte hinzufügten gesagt"""
_SHOWING = "zeig besteh feier dank gesteh versprech"
_IRREGULAR = """sprach sprachen spricht sprechen schrieb schrieben schreibt schreiben gab gaben gibt rief riefen
ruft nannte nannten nennt nennen heißt hieß hießen heißen wies wiesen weist verwies verwiesen
verweist bezeichnete bezeichneten bezeichnet bezeichnen befand befanden befindet widersprach
widersprachen widerspricht versprach versprachen verspricht sieht sah sahen warf warfen wirft
werfen hob hoben hebt unterstrich unterstrichen unterstreicht drückte drückten drückt findet
fand fanden riet rieten rät empfahl empfahlen empfiehlt empfehlen gestand gestanden gesteht bat
baten bittet weiß wusste beschrieb beschrieben beschreibt verriet verrieten verrät singt sang
fuhr fasste machte machten macht titelte titelt lautet lautete mitteilte mitteilten mitteilt
hinzufügte hinzufügten verlas urteilte sprachen"""
_PARTICIPLES = """gesagt gefordert erklärt betont geschrieben kritisiert gewarnt angekündigt mitgeteilt aufgerufen
geantwortet gesprochen genannt bezeichnet geäußert vorgeworfen erläutert hinzugefügt getwittert
gemahnt zitiert zurückgewiesen hingewiesen beschrieben verraten begrüßt gelobt versichert
verlangt verteidigt begründet berichtet bestätigt behauptet beklagt klargestellt versprochen
appelliert argumentiert verkündet gerügt geworfen bekräftigt gebeten empfohlen geheißen
unterstrichen gefragt erzählt verurteilt plädiert ausgerufen"""


_ENDINGS = ("t", "te", "ten", "en", "et", "ete", "eten")


def _forms(stems: str) -> frozenset[str]:
    return frozenset(stem + ending for stem in stems.split() for ending in _ENDINGS)


SAYING: Final = _forms(_SAYING) | _set(_SAYING_IRREGULAR)
"""Verbs that hardly mean anything but speaking."""
FINITE: Final = SAYING | _forms(_SHOWING) | _set(_IRREGULAR)
"""Verbs that introduce a quotation when one stands beside them."""
PARTICIPLES: Final = _set(_PARTICIPLES)
AUXILIARIES: Final = _set("""hat hatte haben hatten habe hätten wird wurde wurden werden werde würde würden sei seien
ist sind war waren soll will wolle wollte""")
SOURCES: Final = _set("""angaben ansicht worten auffassung einschätzung meinung befürchtung überzeugung darstellung
informationen aussage aussagen bericht""")
"""Nouns that make "nach" a preposition of saying."""

PRONOUNS: Final = _set("er sie man")
ARTICLES: Final = _set(
    """der die das ein eine sein seine ihr ihre unser unsere dieser diese mehrere viele einige zwei drei"""
)
OBLIQUE: Final = _set(
    """dem den des einem einen einer eines ihm ihnen ihn ihr mir uns seinem ihrem seiner ihrer diesem dieser der"""
)
GENITIVES: Final = _set("der des eines einer seines ihres")
PREPOSITIONS: Final = _set(
    """in im am an auf bei beim nach vor mit gegenüber zu zum zur von vom aus für über unter gegen während seit um bis
ohne durch wegen trotz angesichts neben zwischen ab per via anlässlich hinsichtlich bezüglich dank"""
)
PARTICLES: Final = _set("von van de bin al der del di da den zu")
"""Small words within a name."""

CONJUNCTIONS: Final = _set("wie dass während wonach und aber doch denn auch sondern")
OPENERS: Final = _set(
    """dabei dazu hierzu zudem außerdem stattdessen allerdings dennoch auch nun heute gestern zugleich gleichzeitig
doch aber und denn zuvor danach später daraufhin darin darauf dafür dagegen damit so wie weiter weiterhin ferner
zuletzt schließlich insgesamt konkret wörtlich demnach deshalb daher trotzdem jedoch hier dort jetzt dann
einerseits andererseits ebenso vielmehr immerhin anschließend bereits schon noch nur wenn als ob weil da dass
obwohl nachdem ende anfang mitte montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar
februar märz april mai juni juli august september oktober november dezember es wir ich ihm ihr ihnen damals
mehrfach erst besonders vor allem selbst kürzlich unterdessen inzwischen jüngst zumal ähnlich währenddessen
demgegenüber gegenüber wörtlich sogar zwar seine ihre sein"""
)
"""Words that begin a clause without being its subject."""
