"""What the pages share."""

import pandas as pd

from lib.show.frame import spreadsheet


def test_no_cell_of_a_download_is_a_formula() -> None:
    table = pd.DataFrame({"source": ["=HYPERLINK(1)", "Bote"], "=1+1": ["+49", "-"], "n": [-1, 2]})
    assert spreadsheet(table).decode("utf-8-sig") == "source,'=1+1,n\n'=HYPERLINK(1),'+49,-1\nBote,'-,2\n"
