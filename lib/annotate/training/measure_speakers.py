"""Measure whose the quotations are said to be that people and a language model annotated.

    python -m lib.annotate.training.measure_speakers GOLD NEWS

GOLD and NEWS as for lib.annotate.training.quotations. Of the quotations that are found, those with the right speaker:
by name where people annotated them, as score.py compares names; where the language model did, by the words that name
the speaker, half of the shorter of them in common. The tagger learned from the former, so their figures flatter.
"""

import argparse
from collections import Counter
from pathlib import Path

from lib.annotate import citations
from lib.annotate.quotations import find
from lib.annotate.training.quotations import examples, overlap, same_speaker

PEOPLE, MODEL = "people", "a language model"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("news", type=Path)
    args = parser.parse_args()
    asked: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for example in examples(args.gold, args.news):
        cited = citations.find(example.article, [sentence.start_char for sentence in example.doc.sents])
        mine = find(example.doc, example.article, cited)
        who = PEOPLE if example.group else MODEL
        for quote in example.quotes:
            found = [one for one in mine if one.kind == quote["kind"] and overlap(quote["span"], one)]
            if not found or not quote["speaker" if example.group else "words"]:
                continue
            by_name = [same_speaker(quote["speaker"], one.speaker) for one in found]
            by_words = [
                one.words_start >= 0 and overlap(quote["words"], one._replace(start=one.words_start, end=one.words_end))
                for one in found
                if quote["words"]
            ]
            asked[who, quote["kind"]] += 1
            right[who, quote["kind"]] += any(by_name if example.group else by_words)
    shares = [right[key] / asked[key] for key in sorted(asked)]
    for key, share in zip(sorted(asked), shares, strict=True):
        print(f"{key[1]} quotations that {key[0]} annotated: {right[key]} of {asked[key]}, {share:.3f}")
    print(f"mean {sum(shares) / len(shares):.3f}")


if __name__ == "__main__":
    main()
