"""Where sentences begin and end."""

import subprocess
import sys
from pathlib import Path

import pytest

from lib.annotate import sentences


def split(text: str, *, titled: bool = False) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text, titled=titled)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Am 3. Oktober kam sie nach Riga.",
        "Er stieg in die 2. Liga ab.",
        "Das Amt hat z. B. zwei Häuser geräumt.",
        "Das Amt hat z.B. Häuser geräumt.",
        "Es kam z. B. Der Spiegel zu Wort.",
        "Das gilt i. d. R. Jahre später noch.",
        "Prof. Dr. Ute Hahn leitet die Klinik.",
        "Sie wohnt in Zimmer Nr. 5 im Hof.",
        "Laut § 12 Abs. 3 Satz 1 ist das erlaubt.",
        "Der Wert stieg auf 3,5 Mio. Euro.",
        "Um 19.30 Uhr begann das Konzert.",
        "Es kamen 12.500 Gäste.",
        "J. K. Lindner schrieb das Buch.",
        "Anna B. Krause trat zurück.",
        "Ludwig XIV. Statue steht im Park.",
        "Mehr steht auf www.beispiel.de/neu.html und anderswo.",
        "„Kommst du mit?“, fragte Lea.",
        "„Raus hier!“ rief der Wirt und lachte.",
        "Sie zögerte ... und ging dann doch.",
        "Im K.o.-Duell siegte Bern.",
        "Das Fest (mit Musik!) war gut besucht.",
        "Das St. Georgs-Krankenhaus bleibt offen.",
    ],
)
def test_a_mark_within_a_sentence_does_not_end_it(sentence: str) -> None:
    assert split(f"{sentence} Danach war Ruhe.") == [sentence, "Danach war Ruhe."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er kam. Sie ging.", ["Er kam.", "Sie ging."]),
        ("Dort gilt Tempo 30. Täglich fährt er hin.", ["Dort gilt Tempo 30.", "Täglich fährt er hin."]),
        ("War das alles? Nein! Doch …  Ende.", ["War das alles?", "Nein!", "Doch …", "Ende."]),
        ("Das war 2019. Seither ruht der Bau.", ["Das war 2019.", "Seither ruht der Bau."]),
        ("Sie wurden nur 7. Damit schieden sie aus.", ["Sie wurden nur 7.", "Damit schieden sie aus."]),
        ("Es gab Obst, Brot usw. Die Gäste blieben.", ["Es gab Obst, Brot usw.", "Die Gäste blieben."]),
        ("Es kamen Ute Hahn u. a. Die Gäste blieben.", ["Es kamen Ute Hahn u. a.", "Die Gäste blieben."]),
        ("Er zahlte 4 Mio. Das war zu viel.", ["Er zahlte 4 Mio.", "Das war zu viel."]),
        ("Sie stimmten ab.Danach gingen sie.", ["Sie stimmten ab.Danach gingen sie."]),
        ("Das Tor blieb zu.Danach gingen sie.", ["Das Tor blieb zu.Danach gingen sie."]),
        ("Alle stimmten dafür.Danach gingen sie.", ["Alle stimmten dafür.", "Danach gingen sie."]),
    ],
)
def test_sentences_are_told_apart(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_quotation_of_several_sentences_is_split_and_keeps_its_marks() -> None:
    text = '„Wir warten. Niemand hilft uns.“ Das sagte Lund. "Es ist kalt." »Sehr sogar.« Dann schwieg er.'
    assert split(text) == [
        "„Wir warten.",
        "Niemand hilft uns.“",
        "Das sagte Lund.",
        '"Es ist kalt."',
        "»Sehr sogar.«",
        "Dann schwieg er.",
    ]


def test_words_glued_to_a_closing_mark_begin_a_sentence_only_in_upper_case() -> None:
    assert split("„Es reicht.“Der Rat schwieg.") == ["„Es reicht.“", "Der Rat schwieg."]
    assert split("„Es reicht.“so der Rat.") == ["„Es reicht.“so der Rat."]


def test_a_blank_line_ends_a_sentence_even_without_a_mark() -> None:
    assert split("Neue Brücke geplant\n\nDer Rat will\n \nbauen.") == ["Neue Brücke geplant", "Der Rat will", "bauen."]


def test_the_title_is_one_sentence() -> None:
    text = "Wer zahlt? Der Rat streitet.\n\nEr tagt."
    assert split(text, titled=True) == ["Wer zahlt? Der Rat streitet.", "Er tagt."]
    assert split(text) == ["Wer zahlt?", "Der Rat streitet.", "Er tagt."]


def test_a_line_break_ends_a_sentence_unless_the_text_is_hard_wrapped() -> None:
    assert split("Streit um Geld\nDer Rat tagt bis spät.") == ["Streit um Geld", "Der Rat tagt bis spät."]
    assert split("Der lange\nRat tagt bis\nin die Nacht.\nEr streitet.") == [
        "Der lange\nRat tagt bis\nin die Nacht.",
        "Er streitet.",
    ]


def test_nothing_but_white_space_has_no_sentences() -> None:
    assert split("") == split(" \n\n\t ") == split("\n", titled=True) == []


def test_text_without_marks_is_cut_at_white_space() -> None:
    pieces = split("wort " * 2000)
    assert all(len(piece) <= sentences.MAX_LENGTH for piece in pieces)
    assert " ".join(pieces) == ("wort " * 2000).strip()
    assert [len(piece) for piece in split("x" * 7000)] == [3000, 3000, 1000]


def test_given_sentences_of_real_articles_are_found(shared: Path) -> None:
    command = [sys.executable, "-m", "lib.annotate.training.measure_sentences", str(shared / "gold" / "dev")]
    line = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert float(line.split("recall ")[1].split()[0]) >= 0.97


def test_a_line_that_ends_with_a_word_for_others_was_broken_to_fit_a_width() -> None:
    text = "Die\nRegierung berät am Montag mit der\nOpposition. Hafen bleibt zu\nAm Dienstag wird weiter beraten."
    assert split(text) == [
        "Die\nRegierung berät am Montag mit der\nOpposition.",
        "Hafen bleibt zu",
        "Am Dienstag wird weiter beraten.",
    ]
