"""Measure the pipeline on one thread: words a second, against the encoder's bare forward pass; memory; cold load.

    python -m lib.annotate.training.measure_speed articles.jsonl

A word is a token that is not white space, as in spaCy's own `benchmark speed`. The bare forward pass gets the pieces of
the same sentences, ready made. The two take turns, article by article, so that what else the machine does hits both.
The names are what the pipeline is timed for: tokens, sentences, encoder, gazetteer and rules; then all annotators.
"""

import argparse
import json
import platform
import resource
import subprocess
import sys
import time
from pathlib import Path

from lib.annotate import encoder, load
from lib.annotate.encoder.pieces import END, START, spaced_words
from lib.article import Article

_COLD = "import time; t = time.perf_counter(); from lib.annotate import load; load(); print(time.perf_counter() - t)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()

    cold = float(subprocess.run([sys.executable, "-c", _COLD], capture_output=True, check=True, text=True).stdout)
    rows = [json.loads(line) for line in args.data.read_text(encoding="utf-8").splitlines()]
    articles = [Article(id=str(i), text=row["text"]) for i, row in enumerate(rows)]
    pipeline = load(threads=1)
    bare = encoder.Encoder(threads=1)
    n_words = n_pieces = 0
    named = everything = forward = 0.0
    for article in articles:
        begin = time.perf_counter()
        doc, _ = pipeline.names(article)
        named += time.perf_counter() - begin
        sentences = [spaced_words(sentence) for sentence in doc.sents]
        sequences = [[START, *(i for word in bare.pieces.of(words) for i in word), END] for words in sentences if words]
        begin = time.perf_counter()
        for sequence in sequences:
            bare.run(sequence[: encoder.MAX_LENGTH])
        forward += time.perf_counter() - begin
        begin = time.perf_counter()
        list(pipeline.annotate([article]))
        everything += time.perf_counter() - begin
        n_words += sum(map(len, sentences))
        n_pieces += sum(map(len, sequences))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(articles)} articles, {n_words} words, {n_pieces} pieces; {platform.processor() or platform.machine()}")
    print(f"bare forward pass    {n_words / forward:7.0f} words/s")
    print(f"names                {n_words / named:7.0f} words/s, {forward / named:.2f} of the bare forward pass")
    print(f"all annotators       {n_words / everything:7.0f} words/s, {named / everything:.2f} of the names alone")
    print(f"peak memory          {megabytes:7.0f} MB")
    print(f"cold load            {cold:7.2f} s")


if __name__ == "__main__":
    main()
