"""Quotations, case by case: their words, their speakers and their cues."""

import time

import numpy as np
import pytest
import spacy

from lib.annotate import load
from lib.annotate.encoder import INNER_VECTORS, WIDTH
from lib.annotate.quotations import assemble
from lib.annotate.quotations.epithets import alike, epithet
from lib.annotate.quotations.extended import whole
from lib.annotate.quotations.marks import marked
from lib.annotate.quotations.statements import informant, statement
from lib.annotate.quotations.tagger import Role, Tags, tag
from lib.article import Article
from lib.schema import Quote

NLP = spacy.blank("de")
Found = tuple[str, str, str]


def rows(text: str) -> list[Quote]:
    (annotation,) = load().annotate([Article(id="a", text=text)])
    return annotation.quotes


def found(text: str, kind: str = "direct") -> list[Found]:
    return [(quote.text, quote.speaker, quote.cue) for quote in rows(text) if quote.kind == kind]


@pytest.mark.parametrize(
    ("opening", "closing"),
    ["„“", "“”", "””", "»«", "«»", '""', '„"', "„”", "‚‘", "''", "‘’", "›‹", "„«", ("``", "''")],
)
def test_all_marks_enclose_a_quotation(opening: str, closing: str) -> None:
    text = f"{opening}Der Hafen bleibt offen{closing}, sagte Ada Brook."
    assert found(text) == [("Der Hafen bleibt offen", "Ada Brook", "sagte")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie rief: „Alle Boote kehren um.“laut Hafenamt.", ["Alle Boote kehren um."]),
        ("Er sagte: „Das Wasser steigt noch.“ ” Mehr sagte er nicht.", ["Das Wasser steigt noch."]),
        ("Der Wirt meinte: „Hier kommt keiner mehr", ["Hier kommt keiner mehr"]),
        ("Er rief „Wir sind da! und lief „weit weg vom Ufer“.", ["Wir sind da!", "weit weg vom Ufer"]),
        (
            "Es hieß, „niemand wusste, wohin es ging.“ bis zum Abend nicht mehr.“ Dann schwieg sie.",
            ["niemand wusste, wohin es ging.“ bis zum Abend nicht mehr."],
        ),
        ('"Das geht so nicht", sagte er."Wir gehen jetzt heim."', ["Das geht so nicht"]),
        ("Das meldet „n-tv„, sagte er: „Das Wasser steigt noch„.", ["Das Wasser steigt noch"]),
        ("„Wir haben‘s nie gewollt“, klagte sie.", ["Wir haben‘s nie gewollt"]),
        (
            "„Er nannte es ‚reine Zeitverschwendung‘ vor allen“, sagte sie.",
            ["Er nannte es ‚reine Zeitverschwendung‘ vor allen"],
        ),
        ("„Sie las ‚Die Brücke am Fluss‘ jeden Abend“, sagte er.", ["Sie las ‚Die Brücke am Fluss‘ jeden Abend"]),
    ],
)
def test_broken_and_nested_marks(text: str, expected: list[str]) -> None:
    assert [quote.text for quote in rows(text)] == expected


def test_a_quotation_runs_over_sentences_but_an_interrupted_one_has_two_spans() -> None:
    text = (
        "„Wir haben geprüft. Nichts fehlt. Alles ist da“, sagte Ada Brook. "
        "„Wir gehen jetzt“, fügte sie hinzu, „und zwar alle heim.“"
    )
    assert found(text) == [
        ("Wir haben geprüft. Nichts fehlt. Alles ist da", "Ada Brook", "sagte"),
        ("Wir gehen jetzt", "Ada Brook", "fügte"),
        ("und zwar alle heim.", "Ada Brook", "fügte"),
    ]


def test_paragraphs_without_marks_within_a_quotation_belong_to_it() -> None:
    parts = ["Das war der erste Tag.", "Er war lang.", "Der zweite war noch schlimmer."]
    text = "Jan Holm schrieb: „" + "\n\n".join(parts) + "“ Dann ging er."
    assert found(text) == [(parts[0], "Jan Holm", "schrieb"), *((words, "Jan Holm", "") for words in parts[1:])]
    never_closed, opened_again = text.replace("“", ""), text.replace("Der", "„Der")
    assert [never_closed[words.start : words.end] for words in marked(never_closed)] == parts[:1]
    assert [opened_again[words.start : words.end] for words in marked(opened_again)] == [parts[0], parts[2]]


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_closed_there() -> None:
    text = "Er sagte: „Das war der erste Tag.\n\nDer zweite war noch schlimmer.“ Dann ging er."
    assert [quote.text for quote in rows(text)] == ["Das war der erste Tag.", "Der zweite war noch schlimmer."]


@pytest.mark.parametrize(
    "text",
    [
        "Der „Bote“ meldet den Fund.",
        "Die „schnelle Hilfe“ kam spät.",
        "Der Film „Die Lange Nacht“ läuft wieder.",
        "Sie unterzeichneten das „Große Gemeinsame Abkommen“ im Saal.",
        "Hans' Boot und Max’ Haus sind alt.",
        "Sie zogen unter dem Motto „Wir haben Zeit genug“ durch die Stadt.",
        "„Wir haben Zeit genug“ lautet das ganze Motto des Umzugs.",
        "Lesen Sie im Buch das Kapitel: „Wir haben Zeit genug“.",
        "Er wurde als „Löwe von der Küste“ bekannt.",
        "Sie gründeten den „Bund für freie Seefahrt“ (BFS) in Tallinn.",
        "Der „Rat der freien Küsten“ nennt sich die Gruppe. Das „Bündnis für den NABU“ kam nicht.",
        "\n\n",
        "Er leitete in Kiel lange die „Zentralstelle zur Bekämpfung von Betrug am Bau“.",
        "Das teilte die „Aktion Wattenmeer lebt“ am Montag mit.",
        "Kiel wurde eine „Stadt der Segler“ und bekam ein Zentrum.",
        "Er spielte im Film „Nackte Inseln“ oder „Wir alle sterben allein“.",
        "Die Aktion „Küste“ („Alle fahren gern mit“) begann.",
        "„Boote gegen Lärm“, so lautet der Titel der Studie.",
        "Ihr Name lautet also „Große Qualle von Kiel“.",
        "Er leitete lange das als „Hafen der Wölfe“ bekannte Lager.",
        "Im Saal regiert das „Board of Sailors“.",
        "Das Lied, das er „Wenn ich ein Segler wär“ sang, war lang.",
        "Sie lasen im Entwurf für ein „Gesetz zur Rettung der Deiche“.",
        "Dies nennt man einen „Ableger“. Was entsteht, wird als „Absenker“ bezeichnet.",
        "Dann nennt sie sich „hafen zwölf“ und findet im Herbst statt, sagte er.",
        "Torwart Jan Holm wurde zum „Man of the Match“.",
        "Ada Brook sagte, an eine „Eins zu Eins“-Begegnung sei nicht gedacht.",
    ],
)
def test_names_titles_and_words_at_a_distance_are_no_quotations(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sie riefen Parolen wie „Boote statt Autos“ und zogen weiter.",
        "Das war für die Fischer am Hafen „Betrug an allen Fischern“.",
        "Die Fischer nannten das „Betrug am Meer“.",
        "Die Fischer sehen darin einen „Angriff auf den Hafen“.",
        "Die Fischer drohen mit einem „Winter der Streiks“.",
        "Der Hafen wird von den Fischern als „Grab der Boote“ bezeichnet.",
        "Was für Ada Brook ein „Zeichen von Stärke“ ist, ist schlecht.",
        "Auf den Bannern standen Sprüche wie „Nieder mit der Seemacht und ihrer Regierung“.",
        "Ada Brook sieht die Schuld im staatlichen Bereich: „Es gilt, ein starkes Signal zu setzen.“",
    ],
)
def test_a_noun_phrase_that_somebody_shouts_or_chooses_is_a_quotation(text: str) -> None:
    assert [quote.kind for quote in rows(text)] == ["direct"]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("„Das ist nicht wahr“, so die Leiterin des Amtes.", "Leiterin des Amtes", "so"),
        ("„Das ist nicht wahr“, erklärte der Minister Jan Holm am Montag.", "Jan Holm", "erklärte"),
        ("„Das ist nicht wahr“, sagte ein Sprecher der Reederei am Montag.", "Sprecher der Reederei", "sagte"),
        ("„Das ist nicht wahr“, teilte am Abend die Polizei mit.", "Polizei", "teilte"),
        ("„Das ist nicht wahr“, laut Seeamt.", "Seeamt", "laut"),
        ("Jan Holm sagte dem Boten: „Das ist nicht wahr.“", "Jan Holm", "sagte"),
        ("Dazu sagte Jan Holm, „das ist nicht wahr“.", "Jan Holm", "sagte"),
        ("Mit Blick auf die Lage betonte Holm: „Das ist nicht wahr.“", "Holm", "betonte"),
        ("Nach Angaben von Jan Holm sind es „mehr als je zuvor“.", "Jan Holm", "Nach Angaben"),
        ("Der Reederei zufolge sind es „mehr als je zuvor“.", "Reederei", "zufolge"),
        ("Der Leiter des Amtes, Jan Holm, sagte: „Das ist nicht wahr.“", "Jan Holm", "sagte"),
    ],
)
def test_the_speaker_stands_beside_the_quotation(text: str, speaker: str, cue: str) -> None:
    assert [quote.kind for quote in rows(text)].count("direct") == 1
    assert {(quote.speaker, quote.cue) for quote in rows(text)} == {(speaker, cue)}


@pytest.mark.parametrize(
    ("text", "reported", "speaker", "cue"),
    [
        ("Jan Holm sagte, der Deich sei sicher.", "der Deich sei sicher", "Jan Holm", "sagte"),
        ("Der Deich sei sicher, sagte Jan Holm am Montag.", "Der Deich sei sicher", "Jan Holm", "sagte"),
        (
            "Die Reederei teilte mit, dass alle Boote im Hafen bleiben.",
            "dass alle Boote im Hafen bleiben",
            "Die Reederei",
            "teilte mit",
        ),
        ("Laut dem Seeamt bleiben alle Boote im Hafen.", "bleiben alle Boote im Hafen", "Seeamt", "Laut"),
    ],
)
def test_reported_speech_is_an_indirect_quotation(text: str, reported: str, speaker: str, cue: str) -> None:
    [(words, who, how)] = found(text, "indirect")
    assert (words, how) == (reported, cue)
    assert who.removeprefix("Die ") == speaker.removeprefix("Die ")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Jan Holm wies den Vorwurf zurück, er habe das Boot versenkt. Danach endete die Sitzung im Seeamt.", "wies"),
        ("Jan Holm bestritt, das Boot versenkt zu haben. Danach endete die Sitzung im Seeamt.", "bestritt"),
        ("Jan Holm hat Vorwürfe zurückgewiesen, er habe das Boot versenkt.", "zurückgewiesen"),
    ],
)
def test_what_somebody_denies_has_that_as_its_cue(text: str, cue: str) -> None:
    [(words, who, how)] = found(text, "indirect")
    assert "das Boot versenkt" in words
    assert (who, how) == ("Jan Holm", cue)


@pytest.mark.parametrize(
    "text",
    [
        "Die Boote liegen im Hafen, und der Deich ist sicher.",
        "Am Montag kaufte die Reederei zwei neue Boote.",
        "Norland hat dafür gesorgt, dass das Gremium seine Arbeit einstellen musste.",
        "Zuvor hatten sich die Männer höflich gestritten, wer zuerst einsteigen darf.",
        "Der Fall macht deutlich, dass die Kontrolle im Hafen versagt hat.",
        "Der Brand schließt nicht aus, dass die Boote noch auslaufen.",
    ],
)
def test_what_the_source_says_itself_is_no_quotation(text: str) -> None:
    assert rows(text) == []


def tagged(text: str, *marks: tuple[Role, str, float], names: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Quotations and their speakers where words of the text have these roles with these probabilities."""
    doc = NLP(text)
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label="PER") for name in names]
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text in ".!?"
    scores = np.zeros((len(doc), len(Role), 3), np.float32)
    scores[:, :, 0] = 1
    for role, words, probability in marks:
        start = text.index(words)
        inside = [token.i for token in doc if start <= token.idx < start + len(words)]
        scores[inside, role] = 1 - probability, 0, probability
        scores[inside[:1], role] = 1 - probability, probability, 0
    tags = Tags(np.arange(len(doc)), scores)
    return [(quote.text, quote.speaker) for quote in assemble(doc, Article(id="a", text=text), tags)]


@pytest.mark.parametrize(
    ("text", "likelihood", "is_reported"),
    [
        ("Bald endet die Flut an der Küste.", 0.6, False),
        ("Bald endet die Flut an der Küste.", 0.9, False),
        ("Bald ende die Flut, sie habe nachgelassen.", 0.6, True),
        ("Bald soll die Flut an der Küste enden.", 0.6, False),
        ("Bald endet die Flut nach dem Sturm, wie immer hier.", 0.6, False),
        ("Bald endet die Flut nach dem Sturm.", 0.6, False),
        ("Bald endet die Flut an der Küste. Das sagte sie.", 0.6, True),
    ],
)
def test_reported_speech_that_is_not_sure_needs_a_sign(text: str, likelihood: float, is_reported: bool) -> None:
    assert bool(tagged(text, (Role.REPORT, text.partition(".")[0], likelihood))) == is_reported


def test_who_says_so_is_a_sign_of_reported_speech() -> None:
    text, told = "Bald endet die Flut, sagte Holm.", (Role.REPORT, "Bald endet die Flut", 0.9)
    assert tagged(text, told) == []
    assert tagged(text, told, (Role.CUE, "sagte", 0.9)) == [("Bald endet die Flut", "")]
    assert tagged(text, told, (Role.SPEAKER, "Holm", 0.9)) == [("Bald endet die Flut", "Holm")]


def test_the_next_sentence_may_say_whose_words_these_were() -> None:
    text = "Holm bekomme im Hafen ein Boot. Das meldet die Werft."
    marks = ((Role.REPORT, "bekomme im Hafen ein Boot", 0.9), (Role.SPEAKER, "Holm", 0.6))
    assert tagged(text, *marks, (Role.SPEAKER, "die Werft", 0.9)) == [("Holm bekomme im Hafen ein Boot", "Werft")]
    other = text.replace("Das meldet", "Lange schwieg")
    assert tagged(other, *marks, (Role.SPEAKER, "die Werft", 0.9)) == [("bekomme im Hafen ein Boot", "Holm")]


def test_a_name_in_marks_may_speak() -> None:
    (quote,) = rows("„Der Hafen bleibt offen“, teilte die „Aktion Wattenmeer lebt“ am Montag mit.")
    assert (quote.text, quote.speaker) == ("Der Hafen bleibt offen", "Aktion Wattenmeer lebt")
    first, *more = rows(
        "Wie die „Aktion Wattenmeer lebt“ am Montag mitteilte, sind alle Boote gesunken. "
        "In der „Aktion Wattenmeer lebt“ arbeiten drei Vereine zusammen."
    )
    assert (first.kind, first.speaker, more) == ("indirect", "Aktion Wattenmeer lebt", [])


def test_a_noun_in_marks_that_somebody_shares_or_writes_is_no_speaker() -> None:
    (quote,) = rows("Der Minister teilte die „Sorge um den Frieden am Meer“ vieler Bürger.")
    assert quote.text == "Sorge um den Frieden am Meer"
    quotes = rows("„Wir haben am Ende alles verloren.“ So schrieb die „Blechtrommel“ damals Geschichte.")
    assert all("Blech" not in quote.speaker for quote in quotes)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Landrat Jan Böther räumte Fehler ein. „Das war ein Fehler“, zitiert ihn der Sender NDR.", "Jan Böther"),
        ("Die Zeitung schrieb über Jan Holm. „Das war ein Fehler“, zitierte die Zeitung den Politiker.", "Jan Holm"),
        ("Ein Rentner hat in Kiel viel Geld gefunden. „Ich habe nicht überlegt“, sagte er.", "Rentner"),
        ("Anna Schulz stand am Zaun. „Ich stand einfach nur da“, sagt die Rentnerin.", "Anna Schulz"),
        ("Jan Ritter sprach von Glück. Auch der Großvater hofft noch: „Sie lebt, das spüre ich.“", "Großvater"),
        (
            "„Der Plan ist gut durchdacht“, sagte Minister Jan Holm. Minister Tom Kurz zeigte sich skeptisch. "
            "„Wir müssen erst rechnen“, sagte er.",
            "Tom Kurz",
        ),
    ],
)
def test_whoever_is_cited_or_begins_the_sentence_before_speaks(text: str, speaker: str) -> None:
    assert rows(text)[-1].speaker == speaker


def test_what_happens_says_nothing() -> None:
    text = "Sein erster offizieller Auslandsbesuch hat Sorgen geschürt, dass beide Länder die Strafen umgehen."
    assert all(quote.speaker == "" for quote in rows(text))


def test_a_document_speaks_and_not_the_agency_that_has_it() -> None:
    quotes = rows("Das Paket sei „nicht zustimmungsfähig“, heißt es in einem Papier, das der dpa vorliegt.")
    assert {quote.speaker for quote in quotes} == {"Papier"}


def test_everyday_verbs_have_a_subjunctive_too() -> None:
    _, *reported = rows(
        "„Das Jahr war gut“, sagte Vorstandschef Jan Haus. Er rechne mit steigenden Umsätzen. Man hoffe auf Regen."
    )
    assert [(quote.text, quote.speaker) for quote in reported] == [
        ("Er rechne mit steigenden Umsätzen", "Jan Haus"),
        ("Man hoffe auf Regen", "Jan Haus"),
    ]


def test_the_main_clause_is_said_as_another_clause_tells() -> None:
    (quote,) = rows("Verletzt wurde niemand, wie ein Polizeisprecher sagte.")
    assert (quote.text, quote.speaker, quote.cue) == ("Verletzt wurde niemand", "Polizeisprecher", "sagte")
    assert rows("Er tat so, wie es der Arzt sagte.") == []


def test_what_is_cried_does_not_end_what_is_said() -> None:
    quote, cried = rows("Er habe die Wirtin bedroht und „Geld her!“ gerufen, teilten die Beamten mit.")
    assert quote.text.startswith("Er habe die Wirtin bedroht und „Geld her!“")
    assert (cried.text, cried.speaker) == ("Geld her!", "")


def test_an_adverb_speaks_not() -> None:
    text, told = "Wörtlich heißt es: Die Flut sei vorbei.", (Role.REPORT, "Die Flut sei vorbei", 0.9)
    assert tagged(text, told, (Role.SPEAKER, "Wörtlich", 0.9)) == [("Die Flut sei vorbei", "")]


def test_an_author_who_speaks_of_himself_reports_nobody() -> None:
    for text, is_reported in (
        ("Das habe ich mir gedacht, sagte Holm.", False),
        ("Das könne ich mir denken, sagte Holm.", True),
        ("Das habe „mein Freund“ sich gedacht, sagte Holm.", True),
    ):
        assert bool(tagged(text, (Role.REPORT, text.partition(", ")[0], 0.9), (Role.CUE, "sagte", 0.9))) == is_reported


def test_the_main_clause_is_no_part_of_reported_speech() -> None:
    text = "Sie behauptet auch, dass der Deich nicht halte."
    marks = (Role.REPORT, "behauptet", 0.6), (Role.REPORT, "dass der Deich nicht halte", 0.9)
    assert tagged(text, *marks) == [("dass der Deich nicht halte", "")]
    surely = (Role.REPORT, "Sie behauptet auch", 0.9), marks[1]
    assert tagged(text, *surely) == [("Sie behauptet auch, dass der Deich nicht halte", "")]


def test_what_others_asked_is_nobodys_answer() -> None:
    text = "Auf die Frage, ob er gehe, antwortete Holm nicht."
    assert tagged(text, (Role.REPORT, "ob er gehe", 0.9), (Role.SPEAKER, "Holm", 0.9)) == []
    text = "Auf die Frage, ob er mit einem Streik rechne, antwortete Jan Holm, er könne das nicht ausschließen."
    assert [one[:2] for one in found(text, "indirect")] == [("er könne das nicht ausschließen", "Jan Holm")]


def test_who_learns_something_does_not_say_it() -> None:
    text = "Die Werft baut rund 1200 Stellen ab. Das erfuhren die Anwohner am Abend."
    assert "Anwohner" not in [quote.speaker for quote in rows(text)]


def test_a_sentence_behind_which_it_says_who_told_it_is_reported_as_a_whole() -> None:
    text = "Die Werft hat den Leiter des Hafens empfangen. Das teilte die Werft mit."
    marks = (Role.REPORT, "des Hafens empfangen", 0.9), (Role.SPEAKER, "Leiter", 0.95)
    assert [words for words, _ in tagged(text, *marks)] == ["Die Werft hat den Leiter des Hafens empfangen"]


def test_the_clause_that_surely_names_who_says_so_is_no_part_of_what_is_said() -> None:
    text = "Holm beteuert, die Werft habe gewarnt."
    marks = (Role.REPORT, "Holm", 0.6), (Role.REPORT, "die Werft habe gewarnt", 0.9), (Role.SPEAKER, "Holm", 0.9)
    assert tagged(text, *marks, (Role.CUE, "beteuert", 0.9)) == [("die Werft habe gewarnt", "Holm")]


def test_a_name_may_end_like_an_article() -> None:
    assert [speaker for _, speaker, _ in found("„Der Hafen bleibt offen“, sagte Heine.")] == ["Heine"]


def test_early_reports_are_nobodys() -> None:
    assert [one for _, one, _ in found("Die Fähre war nach ersten Angaben leck.", "indirect")] == [""]


def test_of_whom_reported_speech_tells_does_not_speak() -> None:
    told = "Die Lehrerin habe lange gefehlt"
    text = f"Das Amt prüfte. {told}."
    speaker = Role.SPEAKER, "Die Lehrerin", 0.4
    assert tagged(text, (Role.REPORT, told, 0.95), speaker) == [(told, "")]
    assert tagged(text, (Role.REPORT, told, 0.85), speaker) == [(told, "Lehrerin")]


def test_so_belongs_to_reported_speech_but_not_where_it_names_a_speaker() -> None:
    assert tagged("Das sei nicht so, sagte er.", (Role.REPORT, "Das sei nicht so", 0.9))[0][0] == "Das sei nicht so"
    text = "Der Deich halte, so Holm."
    marks = (Role.REPORT, "Der Deich halte, so", 0.9), (Role.SPEAKER, "Holm", 0.99)
    assert tagged(text, *marks) == [("Der Deich halte", "Holm")]


def test_a_number_at_the_end_of_reported_speech_has_no_full_stop() -> None:
    assert (
        found("Jan Holm sagte, der Wert liege bei 0,99. Dann ging er.", "indirect")[0][0] == "der Wert liege bei 0,99"
    )


def test_the_one_newspaper_is_meant_however_far_before_it_was_named() -> None:
    text = (
        "Der Deich hält, schreibt die „Rheinische Post“. Er ist alt. Er ist hoch. Er ist lang. "
        "Er ist breit. Er ist da. "
        "„Das ist sehr gut gelaufen“, meldete die Zeitung."
    )
    assert [who for _, who, _ in found(text)] == ["Rheinische Post"]
    two = text.replace("Er ist alt.", "Das meldet auch der „Tagesspiegel“.")
    assert [who for _, who, _ in found(two)] == ["Zeitung"]


def test_who_speaks_goes_on_though_others_are_named_with_the_first_quotation() -> None:
    text = (
        "„Wir prüfen das nun alle“, sagte Jan Holm zu seinen Gesprächen mit den Reedern der Küste. "
        "„Das ist sehr gut gelaufen.“"
    )
    marks = (Role.SPEAKER, "Jan Holm", 0.9), (Role.SPEAKER, "den Reedern der Küste", 0.9), (Role.CUE, "sagte", 0.9)
    assert [who for _, who in tagged(text, *marks)] == ["Jan Holm", "Jan Holm"]


def test_a_source_says_so_and_not_whom_the_sentence_is_about() -> None:
    told = "soll Jan Holm bald gehen"
    known = (Role.REPORT, told, 0.95), (Role.SPEAKER, "Jan Holm", 0.9)
    for source, who in (
        ("Nach Polizeiangaben", "Polizei"),
        ("Ersten Angaben zufolge", ""),
        ("Einem Boten zufolge", "Boten"),
    ):
        cue = (Role.CUE, "Nach" if source.startswith("Nach") else "zufolge", 0.9)
        assert tagged(f"{source}, {told}.", *known, cue) == [(told, who)]
    assert tagged(
        f"Dem Boten zufolge {told}, sagte Brook.", *known, (Role.SPEAKER, "Brook", 0.9), (Role.CUE, "sagte", 0.9)
    ) == [(f"Dem Boten zufolge {told}", "Brook")]


def test_whoever_begins_the_sentence_before_may_speak_though_little_tells_so() -> None:
    before = "„Es wird teuer“, sagte Ada Brook. "
    known = (Role.SPEAKER, "Ada Brook", 0.9), (Role.CUE, "sagte", 0.9), (Role.SPEAKER, "Tom Kurz", 0.05)
    then = "Tom Kurz vom Hafen blieb hart. „Der Hafen hat lange geholfen.“"
    names = "Ada Brook", "Tom Kurz"
    assert tagged(before + then, *known, names=names)[-1][1] == "Tom Kurz"
    assert tagged(before + then.replace("„Der", "Nun geht er. „Der"), *known, names=names)[-1][1] == "Ada Brook"


def test_the_next_sentence_speaks_of_no_part_of_this_one() -> None:
    text = "Viele finden den Hafen „nicht mehr gut genug“ gebaut. Die Reeder sagten nichts dazu."
    marks = (Role.SPEAKER, "Die Reeder", 0.9), (Role.CUE, "sagten", 0.9)
    assert tagged(text, *marks) == [("nicht mehr gut genug", "")]
    assert tagged(text.replace(" gebaut", ""), *marks) == [("nicht mehr gut genug", "Reeder")]


def test_no_hour_speaks_and_no_object_before_er() -> None:
    told = "der Deich sei sicher"
    known = (Role.REPORT, told, 0.95), (Role.CUE, "meldete", 0.9)
    assert tagged(f"Um 15 Uhr MEZ meldete es, {told}.", *known, (Role.SPEAKER, "MEZ", 0.9)) == [(told, "")]
    asked = "der Hafen müsse bleiben"
    text = f"Jan Holm kam. Der Politik schlug er vor, {asked}."
    known = (Role.REPORT, asked, 0.95), (Role.SPEAKER, "Der Politik", 0.9), (Role.SPEAKER, "er", 0.9)
    assert tagged(text, *known, (Role.CUE, "schlug", 0.9), names=("Jan Holm",)) == [(asked, "Jan Holm")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "„Das wird teuer“, sagte Staatsanwalt Jan Holm. „Das ist nicht bewiesen“, sagte der Verteidiger.",
            "Verteidiger",
        ),
        ("Torwart Jan Holm verletzte sich. „Das sieht nicht gut aus“, sagte der Trainer.", "Trainer"),
        ("Die Anwältin Eva Brook schwieg. „Das hat der Tag ergeben“, sagte die Richterin.", "Richterin"),
        ("Oberbürgermeister Jan Holm (SPD) kam. „Das geht nicht“, sagte der Bürgermeister.", "Jan Holm"),
        (
            "Jan Holm forderte ein Angebot. Der Verband der Reeder im Norden nannte die Forderungen „absurd“.",
            "Verband",
        ),
        (
            "Kanzlerin Ada Brook traf die Länder. Jan Holm (CSU) war dagegen. „Wir brauchen das nicht“, sagte Bayerns "
            "Ministerpräsident.",
            "Jan Holm",
        ),
        (
            "„Die Zinsen steigen weiter“, sagte Analyst Emre Toprak. Der Finanzminister widersprach: „Unsere Währung "
            "ist sehr stabil.“",
            "Finanzminister",
        ),
        (
            "Torschütze Ali Demir jubelte: „Das war mein schönstes Tor.“ Der Trainer blieb ruhig: „Wir haben noch "
            "nichts gewonnen.“",
            "Trainer",
        ),
    ],
)
def test_a_description_stands_for_nobody_of_whom_it_does_not_hold(text: str, speaker: str) -> None:
    assert rows(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "who", "speaker"),
    [
        ("Der portugiesische Trainer Rui Pinho traf Jan Holm.", "der Portugiese", "Rui Pinho"),
        ("Eva Sanz aus Spanien traf Ada Brook. Brook schwieg.", "die Spanierin", "Eva Sanz"),
        ("Der Norweger Odd Berg traf Jan Holm.", "der Norweger", "Odd Berg"),
        ("Jan Holm kam zum Rennen.", "der Portugiese", "Portugiese"),
        ("Der Norweger Odd Berg kam zum Rennen.", "der Schweizer", "Schweizer"),
        ("Tom Lund (31) traf Jan Holm (45). Holm schwieg.", "der 31-Jährige", "Tom Lund"),
        ("Der zehnjährige Mika Stein fand den Ring, den Jan Holm vermisst.", "der Zehnjährige", "Mika Stein"),
        ("Der zwölfjährige Mika Stein fand den Ring. Jan Holm lobte ihn.", "der 12-Jährige", "Mika Stein"),
        ("Tom Lund (31) kam zum Rennen.", "der 45-Jährige", "45-Jährige"),
        ("Der FDP-Abgeordnete Jens Wolter traf Jan Holm (SPD).", "der Liberale", "Jens Wolter"),
        ("Die Grünen-Politikerin Petra Ahlers traf Ada Brook (SPD).", "die Grüne", "Petra Ahlers"),
        ("Jan Holm (SPD) kam zum Rennen.", "der Liberale", "Liberale"),
        (
            "Der russische Präsident Pjotr Orlow traf den finnischen Präsidenten Per Lund.",
            "Russlands Präsident",
            "Pjotr Orlow",
        ),
        (
            "Der russische Präsident Pjotr Orlow traf den finnischen Präsidenten Per Lund.",
            "Finnlands Präsident",
            "Per Lund",
        ),
    ],
)
def test_an_epithet_stands_for_whom_the_article_tells_to_be_so(text: str, who: str, speaker: str) -> None:
    assert rows(f"{text} „Das war ein langer Tag“, sagte {who}.")[-1].speaker == speaker


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("Däne", "Dänemark", True),
        ("Franzose", "französische", True),
        ("Russe", "Russland", True),
        ("US-Amerikaner", "amerikanischen", True),
        ("34-Jährige", "vierunddreißigjährigen", True),
        ("34-Jährige", "43-jährige", False),
        ("Polizist", "Polen", False),
        ("Ire", "Iran", False),
    ],
)
def test_an_epithet_and_the_word_that_tells_it_have_one_stem(one: str, other: str, *, are_alike: bool) -> None:
    assert alike(epithet(one), epithet(other)) == are_alike


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die FDP zeigte sich „enttäuscht von der Regierung“.", "FDP"),
        ("Das Unternehmen verwies auf „die schlechte Lage am Markt“.", "Unternehmen"),
        ("Die Menge rief „Wir zahlen nicht mehr“.", "Menge"),
        ("Das Haus der Reeder gilt als „ein Ort ohne Zukunft“.", "Jan Holm"),
    ],
)
def test_who_acts_in_the_sentence_that_quotes_speaks_rather_than_who_spoke_before(text: str, speaker: str) -> None:
    assert rows(f"„Das wird sehr teuer“, sagte Jan Holm. {text}")[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Anwohner sind verärgert. „Seit Monaten verspricht man uns etwas“, klagen sie.", "Anwohner"),
        ("Mehrere Hundert Menschen kamen. Sie riefen: „Freiheit für alle hier!“", "Hundert Menschen"),
        ("Jan Holm und Eva Brook traten zurück. „Wir gehen jetzt beide“, sagten sie.", ""),
        ("Eva Brook kam. „Wir gehen jetzt alle“, sagte sie den Reportern.", "Eva Brook"),
        ("Der Verband zeigte kein Verständnis. „Das geht zu weit“, teilte er mit.", "Verband"),
        ("Die Mutter brach in Tränen aus. „Er ist noch da“, rief sie.", "Mutter"),
        ("„Das geht so nicht“, sagte Eva Brook. Jan Holm ermahnte sie, „beim Thema zu bleiben“.", "Jan Holm"),
    ],
)
def test_a_pronoun_stands_for_several_or_a_body_or_whom_somebody_asks(text: str, speaker: str) -> None:
    assert rows(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kommissar Šefčovič sagte: „Wir geben nicht auf.“", "Šefčovič"),
        ("Der „Spiegel“ zitiert zudem Jan Holm mit den Worten: „Wir geben nicht auf.“", "Jan Holm"),
        ("Die Eltern schrieben einen Brief. „Wir fühlen uns allein gelassen“, heißt es darin.", "Brief"),
        (
            "„Das Wasser steigt noch lange“, sagt Jan Holm im Hafen. „Dort kamen viele nicht mehr weg.“ (dpa)",
            "Jan Holm",
        ),
        ("Jüngst bezeichnete Jan Holm den Hafen als „Grab der Boote“.", "Jan Holm"),
        ("Jan Holm verurteilte das Gesetz und bezeichnete sie als „Verrat an allen Fischern“.", "Jan Holm"),
    ],
)
def test_names_documents_and_credits(text: str, speaker: str) -> None:
    assert rows(text)[-1].speaker == speaker


def test_a_person_who_has_a_word_for_something_speaks_through_the_medium() -> None:
    quote = rows("Laut „Spiegel“ bezeichnete Jan Holm das Vorgehen als „chaotisch“.")[-1]
    assert (quote.kind, quote.speaker, quote.via) == ("partial", "Jan Holm", "Spiegel")


def test_the_same_words_elsewhere_tell_whose_a_headline_is_and_so_does_the_next_paragraph() -> None:
    headline = (
        "„Mit Schwung aus der Krise“\n\nDie Länder sind einig. „Mit Schwung aus der Krise kommen“, sagte Ada Brook."
    )
    first, second = rows(headline)
    assert [(quote.speaker, quote.words_start) for quote in (first, second)] == [("Ada Brook", -1), ("Ada Brook", 94)]
    assert first.named == "context"
    other = rows(headline.replace("Schwung aus der Krise“\n", "Schwung zum Mars“\n"))
    colon = headline.replace("Krise“\n", "Krise“: Aalen bangt um das Werk\n")
    assert [quote.speaker for quote in rows(colon)] == ["Ada Brook", "Ada Brook"]
    assert [quote.speaker for quote in other] == ["", "Ada Brook"]
    goes_on = "„Das Wasser stieg die ganze Nacht.\n\nEs steigt noch immer weiter an“, erklärte das Hafenamt."
    assert [quote.speaker for quote in rows(goes_on)] == ["Hafenamt", "Hafenamt"]


def test_what_is_somebodys_is_nothing_that_somebody_is_called() -> None:
    text = (
        "Minister Jan Holm (SPD) hat Gegner. Mitglieder hatten in einem offenen Brief Holms Rücktritt gefordert. "
        "„Das wird geprüft“, sagte Ada Brook. In dem offenen Brief heißt es: „Er hat der Partei sehr geschadet.“"
    )
    assert rows(text)[-1].speaker == "offenen Brief"
    party = "Ada Brook (Grüne) war dagegen. „Wir alle distanzieren uns“, hieß es in einer Mitteilung der Grünen."
    assert rows(party)[-1].speaker == "Grünen"


def test_who_gets_into_something_does_not_speak() -> None:
    text = "Manager Jan Holm war entsetzt. Es zeige sich, dass sein Klient in die „falschen Bahnen“ geraten sei."
    assert rows(text)[-1].speaker == "Jan Holm"


def test_what_an_article_has_told_before_nobody_else_says() -> None:
    spoke = "Der Vorsitzende Jan Holm warnte vor Panik. Er habe mit der Werft gesprochen."
    told = "zahlen die Käufer nach Unternehmensangaben 840 Millionen Euro für das Werk"
    assert rows(f"{spoke} Wie berichtet, {told}.")[-1].speaker == "Unternehmen"
    own = rows("Wie berichtet, hatte die Behörde das verboten. „Das war nötig“, sagte Minister Holm.")
    assert [quote.text for quote in own] == ["Das war nötig"]


def test_a_talk_with_the_paper_itself_gives_no_name_to_it() -> None:
    text = "Ministerin Ada Brook nannte den Verkauf in einem Gespräch mit unserer Zeitung „eine gute Lösung für alle“."
    assert [(quote.text, quote.speaker) for quote in rows(text)] == [("eine gute Lösung für alle", "Ada Brook")]
    assert rows(text.replace("mit unserer", "mit der")) == []


def test_whom_reported_speech_tells_of_is_not_who_says_so() -> None:
    told = "das Seeamt habe den Bau empfohlen"
    text = f"Das Amt teilte mit, {told}."
    marks = (Role.REPORT, told, 0.95), (Role.SPEAKER, "Das Amt", 0.9), (Role.SPEAKER, "das Seeamt", 0.9)
    assert tagged(text, *marks, (Role.CUE, "teilte", 0.9)) == [(told, "Amt")]
    source = "Der Deich hält laut Holm, heißt es."
    assert tagged(source, (Role.REPORT, source[:24], 0.95), (Role.SPEAKER, "Holm", 0.9))[0][1] == "Holm"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Die Ministerin Anna Kessler verteidigte den Plan. „Wir haben lange genug gewartet“, sagte sie. "
            "Die Meteorologen rechnen unterdessen mit „sehr starken Niederschlägen“ im Norden.",
            "Meteorologen",
        ),
        (
            "„Wir schaffen das“, sagte Minister Rolf Hagen in Kiel. Jeder Lehrer könne „das Konto sofort einlösen“.",
            "Rolf Hagen",
        ),
        (
            "„Wir schaffen das“, sagte Minister Rolf Hagen. Die Kritik der Partei nannte er „kleinlich und unredlich“.",
            "Rolf Hagen",
        ),
        (
            "Der Verteidiger Karl Moser hatte immer wieder betont, der Angeklagte sei weder gewalttätig, „noch hat er "
            "sich je etwas zuschulden kommen lassen“, doch die Richterin ließ sich darauf nicht ein.",
            "Karl Moser",
        ),
        (
            "Das Magazin „Hafenblick“ zitierte den Werftchef Otto Brandt mit den Worten: „Wir geben nichts zurück.“",
            "Otto Brandt",
        ),
        (
            "Das Fazit von Sandra Bohm nach fünf Jahren Gemeinschaftsschule fällt gut aus: „Die Zahlen zeigen es.“",
            "Sandra Bohm",
        ),
        ("Der Trainer lobte Torwart Rolf Hagen ausdrücklich: „Er hat viel Mut bewiesen.“", "Trainer"),
        (
            "Sein Kollege Karl Moser von der Werft lobte die Nachbarn: „Sie haben die ganze Nacht geholfen.“",
            "Karl Moser",
        ),
        ("Anna Kessler widersprach ihrem Vorgänger Rolf Hagen: „Das stimmt so nicht ganz.“", "Anna Kessler"),
        ("Ministerin Ada Brook nannte Holms Befehl „schnell und gut überlegt“.", "Ada Brook"),
        (
            "Die Königin der Inseln, die greise Ada Brook, bat Minister Tom Kurz, ihre „tiefe Trauer zu übermitteln“.",
            "Königin",
        ),
        ("„Ich gehe davon aus, dass es gelingt“, zitiert Hafen-Online den Minister Jan Holm.", "Jan Holm"),
        ("Der Damm sei gebrochen, zitierte die kleine Nachrichtenseite Hafen Info den Minister Jan Holm.", "Jan Holm"),
        (
            "Offenbar gab Holm nun dem Druck der Gemeinde nach und bat den Bischof um Rücknahme der Ernennung: „Ich "
            "bin nach langem Gebet zu dem Schluss gekommen, um Geduld zu bitten“, heißt es in einer Erklärung.",
            "Erklärung",
        ),
        ("Galt Jan Holm vor der Wahl noch als „Schrecken der ganzen Küste“, so lobt man ihn nun.", ""),
    ],
)
def test_the_subject_of_the_clause_that_quotes_speaks(text: str, speaker: str) -> None:
    assert rows(text)[-1].speaker == speaker


def test_the_main_clause_names_who_speaks_rather_than_who_spoke_before() -> None:
    text = "Ada Brook sagt: „Nun reicht es mir.“ Aber Holm will nur, dass der Deich hält."
    known = (Role.SPEAKER, "Ada Brook", 0.9), (Role.REPORT, "dass der Deich hält", 0.9)
    assert [who for _, who in tagged(text, *known)] == ["Ada Brook", "Ada Brook"]
    assert [who for _, who in tagged(text, *known, (Role.SPEAKER, "Holm", 0.03))] == ["Ada Brook", "Holm"]


def test_reported_speech_goes_on_with_its_speaker() -> None:
    text = "Jan Holm sagte, der Deich sei sicher. Niemand müsse sein Haus verlassen. Das Wasser werde bald fallen."
    assert {(quote.kind, quote.speaker) for quote in rows(text)} == {("indirect", "Jan Holm")}
    assert len(rows(text)) == 3


def test_a_pronoun_or_a_description_stands_for_the_person_named_before() -> None:
    text = (
        "Jan Holm sagte, es reiche. Ministerin Ada Brook lobte den Plan. "
        "„Das ist sehr gut“, sagte die Ministerin. „Wir fangen an“, rief sie."
    )
    assert [speaker for _, speaker, _ in found(text)] == ["Ada Brook", "Ada Brook"]


def test_a_description_without_a_person_before_it_stays_as_written() -> None:
    text = "Experten sagten, es reiche. „Das ist sehr gut“, sagte die Ministerin."
    assert found(text) == [("Das ist sehr gut", "Ministerin", "sagte")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jan Holm traf Ada Brook am Kai. „Das ist sehr gut gelaufen“, sagte sie danach.", "Ada Brook"),
        ("Ada Brook traf Jan Holm am Kai. „Das ist sehr gut gelaufen“, sagte er danach.", "Jan Holm"),
        ("Jan Holm staunte über Brooks Geduld. „Das ist sehr gut gelaufen“, sagte er danach.", "Jan Holm"),
        (
            "Jan Holm (SPD) und Per Lund (CDU) stritten am Kai. „Das ist sehr gut gelaufen“, sagte der SPD-Politiker.",
            "Jan Holm",
        ),
        (
            "Ministerin Ada Brook traf Bürgermeisterin Eva Lund. „Das ist sehr gut gelaufen“, sagte die Ministerin.",
            "Ada Brook",
        ),
        ("Die Lufthansa prüfte den Fall. „Das ist sehr gut gelaufen“, teilte die Fluggesellschaft mit.", "Lufthansa"),
        ("„Das ist sehr gut gelaufen“, sagte der 52-Jährige.", "52-Jährige"),
        ("In dem Schreiben heißt es: „Das ist sehr gut gelaufen.“", "Schreiben"),
        ("„Das ist sehr gut gelaufen“, heißt es in einem Schreiben der Reederei.", "Reederei"),
        ("Ada Brook kam an den Kai. „Das ist sehr gut gelaufen“, so ihr Fazit.", "Ada Brook"),
        ("Jan Holm kam an den Kai. „Das ist sehr gut gelaufen“, sagte er der Rheinischen Post.", "Jan Holm"),
        ("Die Wirtin fragte nach dem Fest. Dazu sagte Holm gegenüber Brook: „Das ist sehr gut gelaufen.“", "Holm"),
        ("Gegenüber der Zeitung sagte Jan Holm am Abend: „Das ist sehr gut gelaufen.“", "Jan Holm"),
        ("„Das ist sehr gut gelaufen“, sagte Bürgermeister Jan Holm (SPD) am Montag.", "Jan Holm"),
        ("Die CDU zog vor Gericht. „Das ist sehr gut gelaufen“, urteilte das Gericht.", "Gericht"),
        ("„Das ist sehr gut gelaufen“, sagte Jan Holm (SPD) am Montag auf dem Deich.", "Jan Holm"),
        ("Jan Holm warnte den Minister davor, „das alles noch einmal zu versuchen“.", "Jan Holm"),
        ("„Das ist sehr gut gelaufen“, sagte er vor dem Treffen mit Ada Brook. Jan Holm schwieg.", ""),
        ("Die EMA prüfte den Fall. „Das ist sehr gut gelaufen“, teilte die Amsterdamer Behörde mit.", "EMA"),
        ("„Das ist sehr gut gelaufen“, meldete die dpa.", "dpa"),
        ("Jan Holm kam an den Kai. „Das ist sehr gut gelaufen“, erklärte der Zweitligist.", "Zweitligist"),
        ("Der Landkreis Emden prüft den Fall. „Das ist sehr gut gelaufen“, teilte der Kreis mit.", "Landkreis Emden"),
        ("Das Seeamt sagte, der Deich halte. Den Angaben zufolge kamen „so viele Gäste wie nie“.", "Seeamt"),
        ("In Tallinn sagte Jan Holm zu Ada Brook: „Das ist sehr gut gelaufen.“", "Jan Holm"),
        ("Am Morgen sagte Jan Holm der Ministerin: „Das ist sehr gut gelaufen.“", "Jan Holm"),
        ("Ada Brook ging, „weil es nicht mehr reichte“, sagte am Dienstag Kanzler Jan Holm.", "Jan Holm"),
        ("Jens sagte am Montag auf dem Deich: „Das ist sehr gut gelaufen.“", "Jens"),
        ("Das Ministerium erklärte, der Deich halte. „Das ist sehr gut gelaufen“, sagte er.", ""),
        ("Ein Reeder-Sprecher sagte dem Boten, „das ist sehr gut gelaufen“.", "Reeder-Sprecher"),
        ("„Das ist sehr gut gelaufen“, sagte der Anwalt von Jan Holm.", "Anwalt von Jan Holm"),
        ("Ada Brook kam. „Das ist sehr gut gelaufen“, sagte sie den Zeitungen der Mediengruppe Lund.", "Ada Brook"),
        ("Jan Holm kam. „Das ist sehr gut gelaufen“, sagte er kurz vor der Rede von Kanzlerin Ada Brook.", "Jan Holm"),
        ("Ada Brook lobte den Plan. Aus der Reederei hieß es: „Das ist sehr gut gelaufen.“", "Reederei"),
        ("Jan Holm traf die Reeder. Die wollten ihm zufolge „das alles noch einmal versuchen“.", "Jan Holm"),
        ("Noch am Abend hieß es: „Das ist sehr gut gelaufen.“", ""),
        ("Jan Holm würdigte Ada Brook als „beste Kapitänin des Nordens“.", "Jan Holm"),
        ("Die Partei „hat ihre Seele verkauft“, sagte Jan Holm.", "Jan Holm"),
        ("„Nein, Tallinn, Nein“, rief Jan Holm.", "Jan Holm"),
        (
            "Der finnische Minister Per Lund traf den deutschen Minister Jan Holm. "
            "„Das ist sehr gut gelaufen“, sagte der deutsche Minister.",
            "Jan Holm",
        ),
        (
            "Der estnische Führer Jan Holm traf den finnischen Präsidenten Per Lund. "
            "„Das ist sehr gut gelaufen“, sagte der estnische Präsident.",
            "Jan Holm",
        ),
        (
            "Ein Sprecher der Reederei sagte, der Deich halte. „Das ist sehr gut gelaufen“, sagte er.",
            "Sprecher der Reederei",
        ),
        (
            "Ausgeschlossen wurde Jan Holm, den Präsident Ole Brandt als Gegner hatte. Der Präsident sagte: "
            "„Das wird hier nicht geschehen.“",
            "Ole Brandt",
        ),
    ],
)
def test_whom_a_pronoun_or_a_description_stands_for(text: str, speaker: str) -> None:
    assert [who for _, who, _ in found(text)] == [speaker]


def test_a_spokeswoman_is_not_the_spokesman() -> None:
    text = (
        "„Das ist gut gelaufen“, sagte ein Sprecher der Reederei. „Das ist schlecht gelaufen“, sagte eine Sprecherin "
        "der Werft. „Das prüfen wir noch“, sagte der Sprecher."
    )
    assert [who for _, who, _ in found(text)] == [
        "Sprecher der Reederei",
        "Sprecherin der Werft",
        "Sprecher der Reederei",
    ]


def test_answers_in_an_interview_are_quotations_of_who_gives_them() -> None:
    text = (
        "Frau Brook, bleibt der Hafen offen?\n\nAda Brook: Er bleibt noch lange offen.\n\nUnd das wird noch dauern.\n\n"
        "Hafenblick: Was kostet das?\n\nBrook: Das habe ich „nie gesagt“ bisher.\n\nHafenblick: Danke.\n\n"
        "Brook: Gern geschehen, kommen Sie wieder."
    )
    assert [(quote.text, quote.speaker, quote.kind) for quote in rows(text) if quote.kind == "direct"] == [
        ("Er bleibt noch lange offen.\n\nUnd das wird noch dauern.", "Ada Brook", "direct"),
        ("Das habe ich „nie gesagt“ bisher.", "Brook", "direct"),
        ("Gern geschehen, kommen Sie wieder.", "Brook", "direct"),
    ]


def test_lines_that_begin_with_a_place_or_a_name_once_are_no_interview() -> None:
    text = "Emden: Der Markt fällt aus.\n\nLeer: Das Fest beginnt heute.\n\nAda Brook: Sie tritt am Abend auf."
    assert found(text) == []


def test_a_quotation_tells_how_its_speaker_is_named() -> None:
    text = (
        "„Der Hafen bleibt offen“, sagte Ministerin Ada Brook. „Wir warten noch ab.“ „Das reicht jetzt“, sagte sie. "
        "„Das war nicht klug“, sagte die Ministerin. „Das war nicht gut so“, hieß es."
    )
    assert [(quote.speaker, quote.named) for quote in rows(text)][:4] == [
        ("Ada Brook", "beside"),
        ("Ada Brook", "context"),
        ("Ada Brook", "pronoun"),
        ("Ada Brook", "description"),
    ]
    assert rows("„Der Hafen bleibt offen“, sagte er.")[0].named == ""


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("„Der Hafen bleibt offen“, sagte Ada Brook der Deutschen Presse-Agentur.", "Deutschen Presse-Agentur"),
        ("Der Hafen bleibe offen, sagte Ada Brook der „Bild“.", "Bild"),
        ("„Der Hafen bleibt offen“, sagte der Minister dem Sender n-tv.", "n-tv"),
        ("Der „Welt am Sonntag“ sagte Ada Brook: „Die Schleuse hält noch lange.“", "Welt am Sonntag"),
        ("„Der Hafen bleibt offen“, sagte die Sprecherin der Agentur Reuters.", ""),
        ("„Der Hafen bleibt offen“, sagte der Vorsitzende Jan Holm der „Bild“.", "Bild"),
        ("„Der Hafen bleibt offen“, sagte Ada Brook. Die „Bild“ hatte das bestritten.", ""),
    ],
)
def test_the_medium_to_which_somebody_speaks_is_whence_the_article_has_it(text: str, via: str) -> None:
    assert rows(text)[0].via == via


def test_who_speaks_through_a_medium_may_stand_behind_the_quotation() -> None:
    (quote,) = rows("„Das ist sehr gut gelaufen“, teilte laut der „Rheinischen Post“ die Bundespolizei mit.")
    assert (quote.speaker, quote.via) == ("Bundespolizei", "Rheinischen Post")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Jan Holm nannte die Pläne „absurd“.", "absurd", "Jan Holm"),
        ("Die Reederei sprach von einer „schweren Lage“.", "schweren Lage", "Reederei"),
        ("Jan Holm sprach von einem „Skandal“.", "Skandal", "Jan Holm"),
        ("Jan Holm warf dem Kanzler „Wortbruch“ vor.", "Wortbruch", "Jan Holm"),
        ("Per Lund nannte das Gesetz „unsozial“ und ging.", "unsozial", "Per Lund"),
        ("Jan Holm sagte nur: „Bravo!“", "Bravo!", "Jan Holm"),
        ("„Unfassbar“, sagte Ada Brook.", "Unfassbar", "Ada Brook"),
        ("Ada Brook sagte, der Deich sei „völlig sicher“ und werde halten.", "völlig sicher", "Ada Brook"),
        ("Die Reeder halten die Begründung für „vorgeschoben“.", "vorgeschoben", "Reeder"),
        ("Jan Holm nannte die Vorwürfe „Unsinn“.", "Unsinn", "Jan Holm"),
        ("Ada Brook sagte, die Wahl sei ein „Betrug“ am Volk.", "Betrug", "Ada Brook"),
        ("Die Menge rief „Bravo“ und ging.", "Bravo", "Menge"),
        ("Die FDP fordert „dreistellige Bußgelder“ am Deich.", "dreistellige Bußgelder", "FDP"),
        ("Von einer „Posse“ sprechen inzwischen auch die Reeder.", "Posse", ""),
        ("Die Wirte klagen über den Winter. Die neuen Regeln seien „kaum durchführbar“.", "kaum durchführbar", "Wirte"),
        ("Trainerin Mia Sand erklärte, der Verein sei in eine „Schieflage“ geraten.", "Schieflage", "Mia Sand"),
        ("Jan Holm sagte, die Leitung habe nur durch „Tricksereien“ Zeit gewonnen.", "Tricksereien", "Jan Holm"),
        ("Jan Holm warnte im Rathaus vor „Panik“.", "Panik", "Jan Holm"),
        (
            "Ada Brook begründete ihren Rückzug mit der „neuen Lage“ nach dem Abgang von Parteichef Jan Holm.",
            "neuen Lage",
            "Ada Brook",
        ),
        ("Für Minister Jan Holm ist die Lage am Fluss „ernst“.", "ernst", "Jan Holm"),
        ("Laut Betreiber fließt Wasser ab, das „völlig sauber“ sein soll.", "völlig sauber", "Betreiber"),
        ("Das Gericht bescheinigte dem Zeugen „Mut“ und ließ ihn gehen.", "Mut", "Gericht"),
        ("Ministerin Ada Brook forderte eine „ehrliche Debatte“ über den Hafen.", "ehrliche Debatte", "Ada Brook"),
        ("Jan Holm begrüßte die „klare Haltung“ der Stadt.", "klare Haltung", "Jan Holm"),
        ("Der Vorstand räumte „handwerkliche Fehler“ ein.", "handwerkliche Fehler", "Vorstand"),
        ("Ada Brook lehnte den Plan als „wirr“ ab.", "wirr", "Ada Brook"),
        ("Der Konzern rechnet mit „massiven Verlusten“.", "massiven Verlusten", "Konzern"),
        ("Jan Holm wies „jede Verantwortung“ von sich.", "jede Verantwortung", "Jan Holm"),
        ("„Absurd“ sei der Vorwurf, meint Jan Holm.", "Absurd", "Jan Holm"),
        ("„Völlig überzogen“ nennt Ada Brook das Urteil.", "Völlig überzogen", "Ada Brook"),
        ("Einen „Skandal“ nannte Jan Holm das Urteil.", "Skandal", "Jan Holm"),
        ("Dem Minister warf Verbandschef Olaf Reiß „Tricksereien“ vor.", "Tricksereien", "Olaf Reiß"),
        ("Der Regierung bescheinigte Forscher Ivo Stahl „Mutlosigkeit“.", "Mutlosigkeit", "Ivo Stahl"),
        ("Die Lehrer nannte der Minister „faule Säcke“.", "faule Säcke", "Minister"),
    ],
)
def test_one_or_two_words_of_somebody_are_quoted_in_part(text: str, words: str, speaker: str) -> None:
    assert [(said, who) for said, who, _ in found(text, "partial")] == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Die „schnelle“ Hilfe kam nach zwei Tagen.",
        "Jan Holm sagte dem „Boten“, es reiche.",
        "Holm nannte sie „Wellen“.",
        "Er sagte, die App „karo“ sei gut.",
        "Der „tide“ berichtete, er sei krank.",
        "Der „neue“ Kanzler sprach am Abend.",
        "Sie sprach mit der „schnellen“ Läuferin.",
        "Für die Eröffnung sind noch „bauliche“ Schritte nötig.",
        "Die Ministerin sagte, bei den „Wölfen“ sei es ruhig.",
        "„Wölfe“ nennt man sie im Hafen.",
        "Das Amt prüft, was man „Ableger“ nennt.",
        "Jan Holm lobte den „Nachtzug“ aus Kiel.",
    ],
)
def test_words_in_marks_that_nobody_says_or_that_name_something_are_not(text: str) -> None:
    assert found(text, "partial") == []


def test_words_that_are_listed_with_some_of_somebody_are_theirs_too() -> None:
    said = found("Jan Holm wies den Stopp als „skandalös“ und „beispiellos“ zurück.", "partial")
    assert [(words, who) for words, who, _ in said] == [("skandalös", "Jan Holm"), ("beispiellos", "Jan Holm")]
    said = found("Jan Holm warnte vor einem „heißen Herbst“ und vor „Panik“.", "partial")
    assert [words for words, *_ in said] == ["heißen Herbst", "Panik"]


def test_a_paragraph_that_somebody_is_said_to_write_is_a_quotation_without_marks() -> None:
    text = (
        "Ada Brook schrieb am Abend auf Twitter:\n\nWir bleiben heute hier. Das Wasser steigt noch immer.\n\n"
        "Der Deich hielt bis zum Morgen."
    )
    assert found(text) == [("Wir bleiben heute hier. Das Wasser steigt noch immer.", "Ada Brook", "schrieb")]


def test_a_paragraph_that_tells_of_whoever_is_named_before_it_is_none_of_theirs() -> None:
    text = "Nun äußerte sich Minister Jan Holm:\n\nHolm bekräftigte den Plan und lobte alle."
    assert found(text) == []
    assert [words for words, *_ in found(text.replace("Holm bekr", "Niemand bekr"))] != []


def test_a_paragraph_behind_any_other_colon_is_none() -> None:
    text = "Das Ergebnis liegt vor:\n\nDie Boote liegen alle im Hafen und der Deich ist sicher."
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["Das sagte Ada Brook der „Welt am Sonntag“.", "Sie schreibt für die „Bild am Sonntag“."]
)
def test_the_name_of_a_medium_in_marks_is_no_quotation(text: str) -> None:
    assert found(text) == []


def test_offsets_lead_back_to_the_words() -> None:
    text = (
        "Kurz vorher. Jan Holm sagte: „Alles ist gut.“ »Nichts ist gut«, sagte Ada Brook.\n\n“So it goes on”, sagte er."
    )
    direct = [row for row in rows(text) if row.kind == "direct"]
    assert [(row.sentence_id, row.start) for row in direct] == [(1, 30), (2, 47), (3, 83)]
    for row in rows(text):
        assert text[row.start : row.end] == row.text
        assert text[row.speaker_start : row.speaker_end] == row.speaker or row.speaker_start == -1


@pytest.mark.parametrize(
    "text",
    [
        "„" * 10_000,
        '"' * 10_000,
        "„ein Wort und noch mehr " * 10_000,
        "Haus: „" * 10_000 + "“" * 10_000,
    ],
)
def test_hostile_marks_take_linear_time(text: str) -> None:
    started = time.process_time()
    spans = marked(text)
    assert time.process_time() - started < 5
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("text", ["Sagte er „ein zwei drei vier“ und ging. ", "Sagte er:\n\nSagte wer da nun geht\n\n"])
def test_many_quotations_take_linear_time(text: str) -> None:
    doc = NLP(text * 2_500)
    for token in doc:
        token.is_sent_start = token.text == "Sagte"
    words = len([token for token in doc if not token.is_space])
    tags = Tags(np.arange(words), np.full((words, len(Role), 3), 1 / 3, np.float32))
    started = time.process_time()
    assert len(assemble(doc, Article(id="a", text=doc.text), tags)) >= 2_000
    assert time.process_time() - started < 20


def test_a_megabyte_is_read_in_seconds() -> None:
    text = "Jan Holm sagte heute: „Der Deich hält noch lange.“ Dann ging er wieder.\n\n" * 14_000
    started = time.process_time()
    assert len(marked(text)) == 14_000
    assert time.process_time() - started < 10


def test_a_long_word_behind_a_cue_is_read_in_seconds() -> None:
    started = time.process_time()
    assert found(f"Er zitiert {'A' * 3_000}! Dann ging er wieder.") == []
    assert time.process_time() - started < 20


def test_a_text_may_begin_with_a_blank() -> None:
    words = " um 20.30 Uhr sei zwischen 20 und 30"
    assert [quote.text for quote in rows(words)] in ([], [words.strip()])


def test_no_word_has_no_tag() -> None:
    doc = NLP(" \n ")
    doc.tensor = np.zeros((len(doc), WIDTH), np.float32)
    doc.user_data[INNER_VECTORS] = np.zeros((len(doc), 2 * WIDTH), np.float32)
    assert tag(doc).scores.shape == (0, len(Role), 3)


def test_a_pronoun_that_stands_for_nobody_found_names_no_speaker() -> None:
    (quote,) = rows("„Der Hafen bleibt offen“, sagte er.")
    assert (quote.speaker, quote.speaker_start) == ("", -1)
    assert "„Der Hafen bleibt offen“, sagte er."[quote.words_start : quote.words_end] == "er"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Werft hat nach eigenen Angaben drei Schiffe verkauft.", "Werft"),
        ("Jens Holm verkaufte nach eigenen Angaben drei Schiffe.", "Jens Holm"),
        ("Die Empfehlungen hat der Verband nach eigenen Angaben geprüft.", "Verband"),
        ("Die Tochter Holm Marine ist nach eigenen Angaben eine der größten Werften in Kiel.", "Tochter Holm Marine"),
    ],
)
def test_whose_own_words_are_meant_stands_before_them(text: str, speaker: str) -> None:
    assert [one for _, one, _ in found(text, "indirect")] == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Zur verletzten Frau teilte die Polizei mit, sie habe versucht, die Absperrung zu öffnen.", ["Polizei"]),
        ("Vor Gericht meinte der Täter, er habe nur nachsehen wollen, ob das Boot noch da sei.", ["Täter"]),
        ("Kein Boot fährt aus, heißt es in dem Schreiben von Mittwochnachmittag.", ["Schreiben"]),
        ("Kein Boot fährt aus, heißt es in dem Bericht von Anfang September.", ["Bericht"]),
        ("Kein Boot fährt aus, heißt es in dem Schreiben von Jan Holm.", ["Jan Holm"]),
    ],
)
def test_of_what_and_when_somebody_speaks_is_not_who_does(text: str, speakers: list[str]) -> None:
    assert [one for _, one, _ in found(text, "indirect")] == speakers


def test_a_word_that_leads_over_is_no_speaker() -> None:
    text = "Manche sagen: „Geh doch dahin, wo du herkommst.“ Oder: „So was wollen wir hier nicht haben.“"
    assert [one for _, one, _ in found(text)] == ["Manche", "Manche"]


def test_what_an_author_says_in_other_words_is_not_reported() -> None:
    assert found("Anders gesagt: Wenn man jetzt alle impft, reicht der Stoff vielleicht nicht.", "indirect") == []


def test_a_call_upon_the_reader_reports_nothing() -> None:
    assert found("Man stelle sich vor, die Brücke werde nie gebaut. Das wäre schlimm.", "indirect") == []


def test_what_seems_so_to_the_author_is_reported_of_nobody() -> None:
    assert found("Die Brücke, so scheint es, werde nie gebaut. Das wäre schlimm.", "indirect") == []


@pytest.mark.parametrize(
    ("words", "is_reported"), [("Davon könnten zehn Boote fahren", False), ("Davon seien zehn Boote leck", True)]
)
def test_without_a_speaker_or_a_cue_only_the_form_of_reported_speech_tells(words: str, *, is_reported: bool) -> None:
    assert tagged(f"{words}.", (Role.REPORT, words, 0.6)) == ([(words, "")] if is_reported else [])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Holm stellte den Plan vor. Der Vorwurf lautet: „Die Werft hat alle getäuscht.“", ""),
        ("Minister Jan Holm war dagegen. Seine Begründung: „Das Geld reicht nicht für alle.“", "Jan Holm"),
        ("Die Deiche halten laut einem Vorschlag von Minister Jan Holm länger als bisher.", "Jan Holm"),
        ("Nach Polizeiangaben fuhren am Abend drei Wagen in den Kanal.", "Polizei"),
        ("Laut RKI-Angaben steckten sich am Montag 300 Menschen an.", "RKI"),
        ("Nach RKI-Schätzungen lag dieser Wert am Montag bei 1,06.", "RKI"),
        ("Ministeriumsangaben zufolge steigen die Kosten auf drei Millionen Euro.", "Ministerium"),
        ("Nach unbestätigten Medienberichten sank die Fähre in der Nacht.", "Medien"),
        ("Nach indischen Behördenangaben sank die Fähre in der Nacht.", "indischen Behörden"),
        ("„Das Wasser steigt“, sagte Holm. Nach offiziellen Angaben sank es am Morgen wieder.", "offiziellen Angaben"),
        ("„Das ist ein Witz“, sagte Jan Holm. Nach seiner Schätzung gehen drei Millionen Euro verloren.", "Jan Holm"),
        ("Bei der AOK Bayern heißt es, man habe den Fall selbst aufgedeckt.", "AOK Bayern"),
    ],
)
def test_whoever_has_a_statement_speaks_and_not_the_statement(text: str, speaker: str) -> None:
    assert rows(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("noun", "who"),
    [
        ("Kreisangaben", "Kreis"),
        ("Regierungsangaben", "Regierung"),
        ("Augenzeugenberichten", "Augenzeugen"),
        ("Angaben", ""),
        ("Geschäftsbericht", ""),
    ],
)
def test_who_informs_by_a_compound(noun: str, who: str) -> None:
    assert informant(noun) == who


@pytest.mark.parametrize(
    "words", ["die Umfrage", "der Finanzaufsicht", "ein Kritiker", "in dem Brief", "die Wortführer"]
)
def test_bodies_documents_and_persons_are_no_statements(words: str) -> None:
    assert statement(words) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die „taz“ hatte am Montag gemeldet, die Werft werde verkauft.", "taz"),
        ("Wie „n-tv“ berichtet, werde die Werft verkauft.", "n-tv"),
        (
            "Die Schleuse ist nach Angaben der Weltwasserorganisation (WWO) seit Montag dicht.",
            "Weltwasserorganisation (WWO)",
        ),
        ("Einem am Dienstag veröffentlichten Bericht zufolge steigt das Wasser seit Jahren.", "Bericht"),
        ("„Die Schleuse hält“, sagte die Forscherin Ada Brook von der Hochschule Lund.", "Ada Brook"),
        (
            "Ein Sprecher von Landrätin Ada Brook bestreitet das: „Es gab kein anderes Gutachten.“",
            "Sprecher von Landrätin Ada Brook",
        ),
        (
            "Eine Frau aus der Werft, die ihren Namen nicht nennen will, sagt, man habe sie vergessen.",
            "Frau aus der Werft",
        ),
        ("Die Fähre war laut einem Team unter Leitung der Forscherin Ada Brook leck.", "Team"),
        ("Der „Welt am Sonntag“ sagte Ada Brook: „Die Schleuse hält noch lange.“", "Ada Brook"),
        ("Der Fund wurde von Forschern als „kleines Wunder“ bezeichnet.", "Forschern"),
        ("Die Regierung hat den Bericht der Zeitung als „falsch“ zurückgewiesen.", "Regierung"),
        (
            "Der Sprecher sagte zu der von der Partei vorgebrachten Forderung: „Das geht nicht so schnell.“",
            "Sprecher",
        ),
        (
            "Forscher um den Biologen Jan Holm sagten, die Art sei „vom Aussterben bedroht“.",
            "Forscher",
        ),
        ("Der Verein klagte, dass Gruppen wie der Ruderklub „nichts für den Hafen tun“.", "Verein"),
    ],
)
def test_the_words_that_name_the_speaker_are_whole_and_nothing_more(text: str, speaker: str) -> None:
    assert rows(text)[0].speaker == speaker


@pytest.mark.parametrize("text", ["Als „Unding“ bezeichnete Holm den Plan.", "Holm wies den Plan als „Unding“ zurück."])
def test_what_somebody_calls_something_behind_als_is_quoted_in_part(text: str) -> None:
    assert found(text, "partial") == [("Unding", "Holm", rows(text)[0].cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Firma „neue welle ag“ baut Boote. Ein Sprecher der „neue welle ag“ sagte, es gehe voran.",
        "Jan Holm, der Chef der „Neuen Hamburger Presse“, bestätigte den Bericht.",
    ],
)
def test_a_name_in_marks_is_one_wherever_it_stands(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dem Minister Jan Holm wird immer wieder vorgeworfen, dass er Geld verschwende.",
        "Jan Holm gilt vielen als „letzter König des Hafens“.",
        "In dem Brief wurde die Regierung gebeten, „den Plan ganz und gar aufzugeben“.",
    ],
)
def test_of_whom_others_speak_does_not_speak(text: str) -> None:
    assert [quote.speaker for quote in rows(text)] == [""]


@pytest.mark.parametrize(
    ("by", "speaker"),
    [("", ""), (" von Ada Brook", "Ada Brook")],
)
def test_nobody_is_known_to_say_what_somebody_is_accused_of_in_the_passive(by: str, speaker: str) -> None:
    text = f"„Wir sind stark“, sagte Trainer Jan Holm. Ihnen wird{by} vorgeworfen, Geld gestohlen zu haben."
    quote = rows(text)[-1]
    assert (quote.text, quote.speaker) == ("Geld gestohlen zu haben", speaker)


@pytest.mark.parametrize(
    ("text", "reported", "cut", "name"),
    [
        ("Ada Brook klagt, Holms Plan sei wirr.", "Holms Plan sei wirr", "Plan sei wirr", "Holms"),
        ("Ada Brook klagt, Jan Holm sei wirr.", "Jan Holm sei wirr", "Holm sei wirr", "Jan Holm"),
        ("Ada Brook klagt, wirr sei Jan Holm.", "wirr sei Jan Holm", "wirr sei Jan", "Jan Holm"),
    ],
)
def test_reported_speech_cuts_no_name(text: str, reported: str, cut: str, name: str) -> None:
    marks = (Role.SPEAKER, "Ada Brook", 0.9), (Role.CUE, "klagt", 0.9), (Role.REPORT, cut, 0.9)
    assert tagged(text, *marks, names=(name,)) == [(reported, "Ada Brook")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anwohner hatten Gas gerochen. „Uns brannten die Augen“, berichteten sie.", "Anwohner"),
        ("Die Ärztin kommt aus Kiel. „Auf dem Land fehlen uns Leute“, sagt sie.", "Ärztin"),
        ("„Auf dem Land fehlen uns Leute“, sagte der Arzt. „So geht es nicht“, klagte er.", "Arzt"),
    ],
)
def test_a_pronoun_stands_for_several_without_an_article_and_for_a_doctor(text: str, speaker: str) -> None:
    assert rows(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("words", "reported", "speaker"),
    [
        ("Ada Brook konterte, das sei falsch", "das sei falsch", "Ada Brook"),
        (
            "Ada Brook höhnte am Abend, der Plan tauge nichts und sei falsch",
            "der Plan tauge nichts und sei falsch",
            "Ada Brook",
        ),
        ("Ada Brook gehe fort, das sei falsch", "Ada Brook gehe fort, das sei falsch", "Jan Holm"),
        ("Die Preise sanken, das sei falsch", "Die Preise sanken, das sei falsch", "Jan Holm"),
        ("Ada Brook ginge, was falsch sei", "Ada Brook ginge, was falsch sei", "Jan Holm"),
    ],
)
def test_whoever_does_something_before_a_main_clause_in_the_subjunctive_says_it(
    words: str, reported: str, speaker: str
) -> None:
    marks = (Role.SPEAKER, "Jan Holm", 0.9), (Role.CUE, "sagte", 0.9), (Role.REPORT, "der Plan sei gut", 0.9)
    text = f"Jan Holm sagte, der Plan sei gut. {words}."
    names = tuple(name for name in ("Jan Holm", "Ada Brook") if name in text)
    assert tagged(text, *marks, (Role.REPORT, words, 0.9), names=names)[1:] == [(reported, speaker)]


@pytest.mark.parametrize(
    ("words", "is_reported"),
    [
        ("Der Kran funktioniere seit Mai nicht mehr", True),
        ("Jan Holm verschleudere das Geld der Stadt", True),
        ("Dazu gehöre auch die Werft am Fluss", True),
        ("Sie schäme sich für den Kran", True),
        ("Es wäre der erste Kran am Fluss", False),
        ("Infolge der Flut sanken drei reiche Städte", False),
        ("Das Boot kam Gott sei Dank an", False),
        ("Als sei nichts gewesen, fuhr das Boot weiter", False),
        ("Noch immer kenne ich den Kran nicht", False),
    ],
)
def test_a_verb_in_the_subjunctive_reports_where_the_tagger_sees_nothing(words: str, *, is_reported: bool) -> None:
    text = f"Ada Brook sagte, es sei spät. {words}."
    marks = (Role.SPEAKER, "Ada Brook", 0.9), (Role.CUE, "sagte", 0.9), (Role.REPORT, "es sei spät", 0.9)
    assert tagged(text, *marks)[1:] == ([(words, "Ada Brook")] if is_reported else [])


@pytest.mark.parametrize(
    ("text", "reported", "speaker"),
    [
        ("Ada Brook bat die Gäste am Montag, im Hafen zu bleiben.", "im Hafen zu bleiben", "Ada Brook"),
        ("Die Reederei hat zugesagt, den Kran abzubauen.", "den Kran abzubauen", "Reederei"),
        ("Ada Brook warf der Werft vor, Geld verschwendet zu haben.", "Geld verschwendet zu haben", "Ada Brook"),
        ("Ada Brook wurde gebeten, im Hafen zu bleiben.", "", ""),
        ("Ada Brook bat die Gäste herein, um mit ihnen zu feiern.", "", ""),
        ("Ada Brook bat ihren Sprecher, Jan Holm, die Akten zu holen.", "die Akten zu holen", "Ada Brook"),
        ("Deshalb biete ich Ada Brook gern an, meine Akten zu holen.", "", ""),
        ("Ada Brook baute einen Kran, statt im Hafen zu bleiben.", "", ""),
        ("Ada Brook lief zum Hafen, das Boot zu suchen.", "", ""),
        ("Ada Brook räumte gestern ein, den Kran verkauft zu haben.", "den Kran verkauft zu haben", "Ada Brook"),
    ],
)
def test_an_infinitive_reports_what_somebody_asks_promises_or_alleges(text: str, reported: str, speaker: str) -> None:
    names = tuple(name for name in ("Ada Brook", "Reederei") if name in text)
    assert tagged(text, names=names) == ([(reported, speaker)] if reported else [])


def test_the_rest_of_the_name_of_who_speaks_is_not_reported() -> None:
    text = "Laut Ada Maria von Brook sei alles gut."
    marks = (Role.SPEAKER, "Maria", 0.9), (Role.CUE, "Laut", 0.9), (Role.REPORT, "von Brook sei alles gut", 0.9)
    assert [reported for reported, _ in tagged(text, *marks, names=("Ada Maria von Brook",))] == ["sei alles gut"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Laut einer Umfrage sind 86 Prozent der Bürger gegen den Plan.", "Umfrage"),
        ("Laut hafenbote.de blieben einige Gegner des Plans auf dem Platz.", "hafenbote.de"),
    ],
)
def test_a_source_ends_before_the_verb_of_what_happened(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in rows(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jan Holm würdigte sie am Sonntag. Er nannte sie eine „Heilige der Straße“.", "Er"),
        (
            "Kanzlerin Ada Brook zeigte sich froh: „Das war ein hartes Stück Arbeit.“ Umweltverbände kritisierten die "
            "Beschlüsse dagegen als „zahnlos“.",
            "Umweltverbände",
        ),
    ],
)
def test_a_pronoun_that_begins_a_sentence_and_several_bodies_may_speak(text: str, words: str) -> None:
    quote = rows(text)[-1]
    assert text[quote.words_start : quote.words_end] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Brook klagt. Sie war von einem Nutzer als „talentfreie Krähe“ beschimpft worden.", "einem Nutzer"),
        ("Ada Brook klagte, die Lage sei ernst. Holm, den Fischer gern als „Lotsen“ bezeichnen, schwieg.", "Fischer"),
        ("Brook erklärte, es sei wahr. Holm habe Geld genommen, was er stets als „üble Nachrede“ abgetan hatte.", "er"),
        (
            "In der Stadt haben am Samstag rund 3000 Menschen gegen die Schließung der Werft demonstriert. Auf "
            "Transparenten war zu lesen: „Schiffe sind keine Ware“.",
            "Auf Transparenten",
        ),
    ],
)
def test_who_calls_something_in_a_clause_of_its_own_and_what_words_stand_on(text: str, words: str) -> None:
    quote = rows(text)[-1]
    assert text[quote.words_start : quote.words_end] == words


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Ada Brook sagte, der Verein habe sie „stur“ genannt.", "stur", "Verein"),
        ("Die Werft beklagte, dass sie die Opposition als „Ruine“ beschimpft habe.", "Ruine", "Werft"),
        ("Die Werft beklagte, dass die Opposition sie als „Ruine“ beschimpft habe.", "Ruine", "Opposition"),
        (
            "Der Bote meldet, dass Intendant Jan Holm von „bitteren Zeiten“ gesprochen habe.",
            "bitteren Zeiten",
            "Jan Holm",
        ),
        ("Die Köchin erzählte, ihr Vater habe immer gesagt: „Lern erst einmal schwimmen.“", "Lern erst", "Vater"),
        ("Die Köchin erzählt, ein Gast habe ihr gesagt, sie sei „zu langsam“.", "zu langsam", "Gast"),
        ("Nach Angaben von Augenzeugen schrie der Mann „Alle runter vom Boot“.", "Alle runter", "Mann"),
        ("Laut Polizei soll der 34-Jährige „Ich komme wieder“ gerufen haben.", "Ich komme", "34-Jährige"),
        ("Nach Darstellung der Polizei hatte der Fahrer die Beamten als „Bande“ beschimpft.", "Bande", "Fahrer"),
        ("Wie der Bote berichtet, hatte Minister Jan Holm den Plan „sehr gewagt“ genannt.", "sehr gewagt", "Jan Holm"),
        ("Ada Brook sagte, die Werft habe „einen ganz schwarzen Tag“ gehabt.", "einen ganz", "Ada Brook"),
        ("Ada Brook sagte, den Plan habe sie nie „stur“ genannt.", "stur", "Ada Brook"),
        ("Laut Polizei war der Fahrer „nicht mehr zu retten“.", "nicht mehr", "Polizei"),
        (
            "Minister Jan Holm traf am Abend Fischer Ole Lund, der die Pläne als „Kahlschlag“ bezeichnete.",
            "Kahlschlag",
            "Ole Lund",
        ),
        ("Jan Holm traf die Chefin des Verbands, der den Plan „wirr“ genannt hatte.", "wirr", "Verbands"),
        ("Ein Film zeigt den Polizisten, der dem Jungen „Halt die Luft an“ zuruft.", "Halt die", "Polizisten"),
        ("Jan Holm zeigte Fans an, die „Boote raus“ riefen.", "Boote raus", "Fans"),
        ("Laut Anklage soll der Arzt Patienten gesagt haben: „Ohne Geld kein Bett.“", "Ohne Geld", "Arzt"),
        ("„Ich komme wieder“, habe der Fahrer gerufen, sagt Ada Brook.", "Ich komme", "Fahrer"),
        (
            "Während Minister Jan Holm das Papier als „Durchbruch“ feierte, sprach Ada Brook von einem „Rückschritt“.",
            "Durchbruch",
            "Jan Holm",
        ),
        ("Die Kanzlerin schwieg, ihr Vize Jan Holm dagegen forderte „endlich Taten“.", "endlich", "Jan Holm"),
        ("Parteichef Jan Holm, dessen Fraktion das Gesetz „Murks“ nennt, lud zum Gespräch.", "Murks", "Fraktion"),
        ("Wie der Bote meldet, sagte Jan Holm, der Trainer habe ihn „faul“ genannt.", "faul", "Trainer"),
        ("Jan Holm sagte, er habe den Plan nie „faul“ genannt.", "faul", "Jan Holm"),
        ("Die Kanzlerin, so berichteten Teilnehmer, habe den Streit „albern“ genannt.", "albern", "Kanzlerin"),
        ("Der Kanzler habe ihm versichert, „dass niemand allein bleibt“, sagte Ada Brook.", "dass niemand", "Kanzler"),
        ("Die Kritik der Anwohner, das Fest sei „zu laut“, weist Jan Holm zurück.", "zu laut", "Anwohner"),
        ("Die Forderung der SPD, „endlich zu handeln“, lehnt Jan Holm ab.", "endlich", "SPD"),
        ("Der Fahrer habe „wirres Zeug“ geredet, heißt es im Polizeibericht.", "wirres", "Polizeibericht"),
    ],
)
def test_the_clause_in_which_words_stand_tells_who_says_them_whoever_reports_that(
    text: str, words: str, speaker: str
) -> None:
    assert [quote.speaker for quote in rows(text) if quote.text.startswith(words)] == [speaker]


def test_what_a_medium_reports_that_somebody_said_is_theirs_via_the_medium() -> None:
    quote = rows("Der „Spiegel“ schreibt, Minister Jan Holm habe den Plan als „Unfug“ abgetan.")[-1]
    assert (quote.text, quote.speaker, quote.via) == ("Unfug", "Jan Holm", "Spiegel")


def test_who_reports_what_somebody_said_keeps_the_word() -> None:
    text = "Ada Brook sagte, der Verein habe sie „stur“ genannt. Das sei „nicht zu fassen“. Sie werde klagen."
    assert [quote.speaker for quote in rows(text)][-1] == "Ada Brook"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Die Bundesregierung schwieg. „Die Zustände sind nicht hinnehmbar“, heißt es in dem Bericht, der "
            "zahlreiche Fälle auflistet.",
            "Bericht",
        ),
        ("Die Werft klagte. In der Urteilsbegründung hieß es: „Der Kläger wurde getäuscht.“", "Urteilsbegründung"),
        ("Die Lage sei, meldete die Agentur Reuters, außer Kontrolle.", "Agentur Reuters"),
        (
            "Danach zitierte die Agentur den Bürgermeister der Stadt, Emil Sato, mit den Worten: „Das Schlimmste "
            "ist vorbei.“",
            "Emil Sato",
        ),
        ("„Ich gehe nie wieder hin“, sagte Jan Holm. Ein Zweiter rief: „Das wird noch teuer!“", "Zweiter"),
        ("„Ich gehe nie wieder hin“, sagte Jan Holm. Andere riefen: „Das wird noch teuer!“", "Andere"),
        ("Der von der Opposition als „Luftnummer“ kritisierte Haushalt ist beschlossen.", "Opposition"),
    ],
)
def test_documents_that_are_told_more_of_others_and_agents_of_participles(text: str, speaker: str) -> None:
    assert rows(text)[-1].speaker == speaker


def test_what_is_so_in_the_view_of_somebody_is_reported() -> None:
    text = "Nach Darstellung der Anklage war der Tresor schon vorher geöffnet worden."
    assert found(text, "indirect") == [("war der Tresor schon vorher geöffnet worden", "Anklage", "")]
    assert rows("Nach Abfahrt der Fähre war der Tresor schon vorher geöffnet worden.") == []


def test_who_only_has_it_or_is_told_of_speaks_not() -> None:
    text = "Der Kanzler hatte, zitiert von nordischen Staatsmedien, von einem „grundlegenden Papier“ gesprochen."
    assert rows(text)[-1].speaker == "Kanzler"
    text = "Holm habe „kein Interesse gezeigt“, den Menschen zu helfen, sagte Brook."
    marks = (Role.REPORT, text[:60], 0.9), (Role.SPEAKER, "Holm", 0.8), (Role.SPEAKER, "Brook", 0.7)
    assert tagged(text, *marks)[-1] == ("kein Interesse gezeigt", "Brook")


def test_an_agency_has_its_report_and_nobody_what_is_asked_in_the_passive() -> None:
    text = (
        "Das versprach er nach Angaben der Agentur KCNA dem Minister. Fachleute vermuten, dass sie sich im Palast "
        "getroffen haben. In dem Gespräch sei es um die Lage gegangen, heißt es in der Meldung."
    )
    assert rows(text)[-1].speaker == "KCNA"
    text = "„So einen Brand hatten wir nie“, sagte Jörg Mehner. Die Anwohner wurden aufgefordert, im Haus zu bleiben."
    assert rows(text)[-1].speaker == ""
    text = (
        "Das stand am Sonntag in einem offenen Brief der Fischer. Darin werden der Landrat und die Stadt aufgefordert, "
        "ein neues Verfahren gegen die Werft zu beginnen."
    )
    assert rows(text)[-1].speaker == "Brief"


def test_who_reports_that_somebody_spoke_does_not_stand_for_them() -> None:
    text = (
        "Wie der Sender Nordfunk berichtet, gab Sprecher Jan Holm der Redaktion eine Erklärung in Form eines Briefes, "
        "der aus einem einzigen Satz bestand: „Das ist ganz allein unsere Sache.“"
    )
    quote = rows(text)[-1]
    assert text[quote.words_start : quote.words_end] == "Sprecher Jan Holm"


def test_whom_somebody_tells_something_and_who_is_received_with_words_speaks_not() -> None:
    text = "„Das war ein Fehler“, sagte Trainer Emil Gross seinem Kapitän Jo Wirz."
    assert rows(text)[-1].speaker == "Emil Gross"
    text = "Minister Jan Holm wurde mit den Worten „Sie haben uns vergessen“ empfangen."
    assert rows(text)[-1].speaker == ""


def test_what_somebody_has_called_something_is_a_quotation() -> None:
    text = "Jan Holm hatte die Abgaben „Selbstmord mit Ansage“ genannt."
    assert [(words, who) for words, who, _ in found(text)] == [("Selbstmord mit Ansage", "Jan Holm")]


def test_on_whose_side_and_in_whose_view() -> None:
    text = "Die Regierung schwieg. Nach Auffassung Norlands soll der Vertrag im Herbst nicht erneuert werden."
    assert rows(text)[-1].speaker == "Norlands"


def test_what_negates_a_cue_is_part_of_it() -> None:
    text = "Ein Sprecher wollte nicht bestätigen, dass der Zug umgeleitet wurde."
    assert found(text, "indirect") == [("dass der Zug umgeleitet wurde", "Sprecher", "nicht bestätigen")]


def test_whom_somebody_asks_speaks_not_and_who_shouts_together_does() -> None:
    text = "Die Vertreter nannten das einen Schlag gegen das „gute Miteinander“ und riefen die Stadt auf, zu reden."
    marks = (Role.SPEAKER, "Stadt", 0.6), (Role.SPEAKER, "Die Vertreter", 0.05)
    assert tagged(text, *marks)[0][1] == "Vertreter"
    text = "Die Polizei zählte mit. Unter Trommeln zogen die Fans durch Kiel und skandierten „Auswärts sind wir alle“."
    assert tagged(text, (Role.SPEAKER, "Polizei", 0.8))[0][1] == "Fans"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("Der Kreml wies jede Verwicklung zurück.", "Der Kreml"),
        ("Am Freitag lehnte der Trockendockverband den Plan ab.", "der Trockendockverband"),
        ("Der Kreml streitet dies ab.", "Der Kreml"),
        ("Das Archiv sieht das anders.", "Das Archiv"),
        ("Das Archiv wehrt sich gegen den Vorwurf.", "Das Archiv"),
        ("Das Archiv bezifferte den Schaden auf drei Millionen Euro.", "Das Archiv"),
    ],
)
def test_who_answers_in_the_sentence_before_speaks_rather_than_who_spoke_last(answer: str, words: str) -> None:
    text = f"„Er wusste zu viel“, sagte der Publizist Jan Holm. {answer} Derartige Pläne seien „das Produkt von Wahn“."
    quote = rows(text)[-1]
    assert text[quote.words_start : quote.words_end] == words


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("In einem Brief der Werft ist von einem „Angriff“ auf alle die Rede.", "Angriff", "Werft"),
        ("Ada Brook hatte vor „maroden Gleisen“ gewarnt.", "maroden Gleisen", "Ada Brook"),
        ("Nachdem Ada Brook den Entwurf als „unannehmbar“ abgelehnt hatte, ging sie.", "unannehmbar", "Ada Brook"),
    ],
)
def test_what_a_document_speaks_of_and_what_somebody_warned_of_or_rejected(text: str, words: str, speaker: str) -> None:
    assert [(said, who) for said, who, _ in found(text, "partial")] == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Studenten riefen laut „Weg mit ihm!“ und sangen. Auf einem Schild stand „Wissen ist kein Privileg“.",
            "Schild",
        ),
        ("Auf dem Banner waren die Worte „Nie wieder zweite Liga“ zu lesen.", "Banner"),
        ("„Wir werden euch nie vergessen“ steht auf dem Stein, den der Künstler Jan Holm gestaltet hat.", "Stein"),
    ],
)
def test_what_is_inscribed_is_nobodys_but_the_things(text: str, speaker: str) -> None:
    assert rows(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("reported", "behind"),
    [
        ("Der Schwimmer sei wohlauf", ", meldete die Wacht am späten Abend."),
        ("Die Partei stehe geschlossen", ", beteuerte Sekretär Momme Petersen."),
        ("Man werde den Fall prüfen", ", versicherte die Wirtin, die sich derzeit in Oslo aufhält."),
        ("Der Bischof habe davon gewusst", ", schreibt die „Zeit“ und beruft sich auf Akten."),
    ],
)
def test_a_clause_behind_reported_speech_that_says_whose_it_is_ends_it(reported: str, behind: str) -> None:
    assert [words for words, *_ in found(reported + behind, "indirect")] == [reported]


def test_a_clause_within_reported_speech_does_not_end_it() -> None:
    words = "Der Hafen, sagte Jan Holm, bleibe offen"
    assert [quote[0] for quote in found(f"{words}.", "indirect")] == [words]


def test_a_noun_for_what_is_said_is_no_part_of_it() -> None:
    (quote,) = found("Den Vorwurf, er habe gelogen, wies Jan Holm zurück.", "indirect")
    assert quote[0] == "er habe gelogen"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Prüfer kamen zu dem Ergebnis, {}.", "Prüfer"),
        ("Die Ermittler gehen seit Montag davon aus, {}.", "Ermittler"),
        ("Die Feuerwehr schließt nicht aus, {}.", "Feuerwehr"),
        ("Die Fischer sind seit dem Morgen überzeugt, {}.", "Fischer"),
        ("Der Abend kam mit einem Knall, {}.", ""),
        ("Niemand hat gesagt, {}.", ""),
    ],
)
def test_what_somebody_holds_to_be_so_is_reported(text: str, speaker: str) -> None:
    words = "dass noch Boote unter dem Eis liegen"
    quotes = [(quote.text, quote.speaker) for quote in rows(text.format(words)) if quote.kind == "indirect"]
    assert quotes == ([(words, speaker)] if speaker else [])


def test_what_is_so_unlike_somebody_says_is_not_reported() -> None:
    assert found("Anders als von der Stadt behauptet, ist der Hafen offen.", "indirect") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Vater Timo Brand und Mutter Ute Brand warten. „Unser Sohn lebt“, sagt der Vater.", "Timo Brand"),
        (
            "„Ich bin gerannt“, sagt Augenzeuge Mile Horvat. Neben ihm weint Nachbarin Zdenka Lukic. "
            "„Wir haben alles verloren“, sagt sie.",
            "Zdenka Lukic",
        ),
        ("Einer von ihnen soll „Das ist für meinen Bruder“ gerufen haben.", ""),
        ("Er bedaure den Vorfall, heißt es in einer Erklärung des 47-Jährigen.", "47-Jährigen"),
        ("Er könne sich an nichts erinnern, gab der Zeuge zu Protokoll.", "Zeuge"),
        ("Die Werft solle schließen, erfuhr die Agentur aus Kreisen der Werft.", "Kreisen der Werft"),
        ("In einer gemeinsamen Erklärung fordern die Verbände „ein Ende der Verschwendung“.", "Verbände"),
        ("„Ein Schlag ins Gesicht aller Helfer“ ist das für Wehrführer Kurt Maaß.", "Kurt Maaß"),
        ("Die Fischer sollen „Geld her“ gerufen haben.", "Fischer"),
    ],
)
def test_whose_words_others_tell_and_what_somebody_is_called_before_the_name(text: str, speaker: str) -> None:
    assert rows(text)[-1].speaker == speaker


def test_who_announces_words_behind_a_colon_did_not_say_those_before() -> None:
    text = (
        "Der Verteidiger beantragte Freispruch. Holm sei nichts nachzuweisen. Ada Brook sah es anders: Sie sei sicher."
    )
    assert [quote.speaker for quote in rows(text)] == ["Verteidiger", "Ada Brook"]
    other = (
        "Senator Jan Holm verteidigte den Bau. Der Hafen habe Platz. Das sah Ada Brook anders. Es sei eng, sagte sie."
    )
    assert rows(other)[0].speaker == "Jan Holm"


def test_who_answers_may_stand_behind_what_the_sentence_begins_with() -> None:
    text = "Vor Gericht räumte die 34-Jährige ein, das Geld genommen zu haben. „Ich war am Ende“, sagte sie."
    assert [quote.speaker for quote in rows(text)] == ["34-Jährige", "34-Jährige"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jan Holm nannte den Sieg einen „Meilenstein“.", [("Meilenstein", "Jan Holm")]),
        ("Jan Holm hörte ein Konzert von „Barbarei“.", []),
        ("Der Verband klagt über „lähmende Regeln“.", [("lähmende Regeln", "Verband")]),
        ("Jan Holm schrieb von einer „bodenlosen Frechheit“.", [("bodenlosen Frechheit", "Jan Holm")]),
        ("Ein Polizist rief: „Stehen bleiben!“, doch der Mann lief weiter.", [("Stehen bleiben!", "Polizist")]),
        ("Der Verband begrüßte das Urteil als „überfällig“.", [("überfällig", "Verband")]),
        (
            "Jan Holm nennt den Plan „Wahnsinn“, Ada Brook hält ihn für „machbar“.",
            [("Wahnsinn", "Jan Holm"), ("machbar", "Ada Brook")],
        ),
        ("Jan Holm kommentierte den Streit mit einem knappen „Passiert“.", [("Passiert", "Jan Holm")]),
        ("Den von Trainer Jupp Kolb „unwürdig“ genannten Abgang bedauern viele.", [("unwürdig", "Jupp Kolb")]),
        ("Die vom Gericht als „ungenügend“ gerügte Prüfung fällt aus.", [("ungenügend", "Gericht")]),
        (
            "Ministerin Lara Beil sprach von „Augenwischerei“, ihr Vorgänger Udo Zorn von „Stückwerk“.",
            [("Augenwischerei", "Lara Beil"), ("Stückwerk", "Udo Zorn")],
        ),
        ("Jan Holm lobte die „klugen“ Köpfe der Stadt als „mutig“.", [("klugen", "Jan Holm"), ("mutig", "Jan Holm")]),
    ],
)
def test_words_that_only_somebodys_can_be_by_what_stands_around_them(text: str, told: list[tuple[str, str]]) -> None:
    assert [(quote.text, quote.speaker) for quote in rows(text) if quote.kind == "partial"] == told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ihrem Kollegen Sven Matt fiel es schwer: „Ich werde alles hier vermissen.“", "Sven Matt"),
        ("„Ich backe, seit ich denken kann.“ Bäcker Theo Krumm schiebt ein Blech in den Ofen.", "Theo Krumm"),
        ("„Ich backe, seit ich denken kann.“\n\nBäcker Theo Krumm schiebt ein Blech in den Ofen.", ""),
    ],
)
def test_the_one_person_before_a_colon_or_shown_behind_the_first_words_speaks(text: str, speaker: str) -> None:
    assert rows(text)[0].speaker == speaker


@pytest.mark.parametrize(
    ("following", "speaker"),
    [
        ("Das meldet das Statistikamt.", "Statistikamt"),
        ("Dies geht aus dem Haushaltsentwurf hervor.", "Haushaltsentwurf"),
        ("So sagte Jan Holm: „Das macht uns große Sorgen.“", ""),
        ("Das ärgert Jan Holm.", ""),
        ("Dies gab die Behörde am Montag bekannt.", "Behörde"),
        ("Das hat Minister Jan Holm nun bestätigt.", "Jan Holm"),
    ],
)
def test_what_the_next_sentence_says_somebody_told_is_reported(following: str, speaker: str) -> None:
    told = "Das Museum am Hafen bekommt einen Neubau"
    assert found(f"{told}. {following}", "indirect") == ([(told, speaker, "")] if speaker else [])


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("der Leiter des Instituts der Zeitung", "Leiter des Instituts"),
        ("der Präsident des Ruderbunds (DRB) der deutschen Nachrichtenagentur", "Präsident des Ruderbunds (DRB)"),
    ],
)
def test_the_medium_behind_somebodys_body_is_told_and_does_not_speak(who: str, speaker: str) -> None:
    (quote,) = rows(f"„Wir haben keinen Grund zur Sorge“, sagte {who}.")
    assert quote.speaker == speaker


def test_whom_something_befalls_does_not_speak() -> None:
    [quote] = rows("„Wir geben niemals auf und kämpfen weiter.“ Jan Holm liegt im Koma. Der Hafen ruht.")
    assert quote.speaker == ""


@pytest.mark.parametrize(
    "text",
    [
        "Kurz nach dem Bekanntwerden des Fundes wurde bestätigt, dass es sich um eine Bombe handelt.",
        "Nach dem Unwetter hieß es, die Boote müssten im Hafen bleiben.",
        "„Das war sehr knapp“, hieß es nach der Sitzung.",
    ],
)
def test_what_happens_is_no_source(text: str) -> None:
    assert [quote.speaker for quote in rows(text)] == [""]


def test_what_happens_before_somebody_speaks_does_not_speak() -> None:
    for text in (
        "Nach den Protesten schrieb der Hafenbote, die Stadt habe versagt.",
        "Nach der Polizei bestätigte auch der Hafenbote, dass die Stadt versagt habe.",
    ):
        assert [quote.speaker for quote in rows(text)] == ["Hafenbote"]
    assert [quote.speaker for quote in rows("Nach Angaben der Polizei seien zwei Boote gesunken.")] == ["Polizei"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der aus vielen Filmen bekannte Darsteller sagte: „Ich trete nie mehr auf.“", "Darsteller"),
        ("„Das geht nicht“, sagte die für Häfen zuständige Senatorin.", "Senatorin"),
        ("„Ich bin sehr müde“, sagte der aus vielen Serien bekannte Komiker Jan Holm.", "Jan Holm"),
        ("Das vom Sturm getroffene Hotel teilte mit, es bleibe geschlossen.", "Hotel"),
        ("Das Wasser ist einer im Juni veröffentlichten Studie zufolge wärmer geworden.", "Studie"),
    ],
)
def test_an_attribute_before_the_noun_does_not_speak(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in rows(text)] == [speaker]


def test_a_noun_is_whole_with_an_attribute_before_it_but_not_the_name_in_that() -> None:
    text = "Der von Ada Brook seit Langem geplante Hafen kommt, sagte die im Norden geborene Kapitänin Ada Brook."
    sentence, names = (0, len(text)), [(8, 17), (91, 100)]
    phrase = text.index("die im"), text.index(".")
    assert text[slice(*names[1])] == "Ada Brook"
    assert whole(text, (phrase[0] + 4, phrase[0] + 14), sentence, names) == phrase
    assert whole(text, names[0], sentence, names) == names[0]
    clause = "Sie hob die Boote, die im Norden geborgene Segel trugen."
    assert whole(clause, (23, 32), (0, len(clause)), []) == (23, 32)
