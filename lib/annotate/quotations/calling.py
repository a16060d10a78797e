"""Verbs by which somebody has a word for something, or calls upon somebody, as parts of patterns."""

CALLS = (
    r"(?:nannten?|nennt|nennen|bezeichne\w*|kritisier\w*|beschr(?:ei|ie)b\w*|wertet\w*|(?:ge)?lobt\w*|"
    r"(?:ge)?würdigt\w*|verurteilt\w*|(?:ge)?rügt\w*|rechtfertig\w*|zurückgewiesen|(?:ge)?warnt\w*|attestier\w*|"
    r"bescheinigt\w*|unterstellt\w*)"
)
"""What somebody does who has a word for something: "nannte die Pläne „absurd“"."""
_CALLED_AS = (
    r"eingestuft|angesehen|betrachtet|gesehen|dargestellt|beschimpft|verspottet|verhöhnt|verunglimpft|diffamiert|geschmäht|"
    r"gepriesen|angepriesen|gefeiert|gerühmt|abgelehnt|abgetan|empfunden|beurteilt|charakterisiert|tituliert|verrissen"
)
CALLED = (
    r"(?:bezeichnet|beschrieben|genannt|bewertet|gewertet|gewürdigt|kritisiert|gelobt|verurteilt|zurückgewiesen|gerügt|gerechtfertigt|"
    rf"{_CALLED_AS})"
)
"""Participles of these, and of those beside "als"."""
CALLS_AS = (
    rf"(?:{_CALLED_AS}|lehn(?:te?n?|en)|verteidig\w*|w(?:ies(?:en|t)?|eis(?:t|en))|feier(?:te?n?|n)|begrüß(?:t|ten?|en)|pr(?:ie|ei)s\w*|rühm(?:te?n?|en)|zurück(?:ge)?w(?:ie|ei)s\w*|s(?:ieht|ah|ahen|ehen|ehe)|abtat(?:en)?|"
    r"\w*(?:einstuf|stufte?n?\b|beschimpf|verunglimpf|diffamier|schmäh|betracht|beurteil|charakterisier|titulier)\w*|"
    r"(?:dar|ab)(?:ge)?(?:stell|tan)\w*|verspottet\w*|verhöhnt\w*)"
)
"""What somebody does beside "als": "wies das als „absurd“ zurück"."""
CALLS_UPON = (
    r"(?:b(?:at|aten|ittet|itten)|forder(?:te?n?|n)|r(?:ief|iefen|uft|ufen)|mahn(?:te?n?|en)|warn(?:te?n?|en)|"
    r"frag(?:te?n?|en)|kritisier(?:te?n?|en)|lob(?:te?n?|en)|beschuldig(?:te?n?|en))"
)
"""What somebody does to another, who does not speak: "rief die Armee auf"."""
SAYS = (
    rf"(?:{CALLS}|nenne|spr[aeiä]ch(?:e|en|t)?|(?:zu|aus)?r(?:ief|iefen|ufe?|ufen|uft)|schr(?:ie|ien|eie|eien|eit)|"
    r"sag(?:t|te|ten)|brüll(?:e|en|t|te|ten)|droh(?:e|en|t|te|ten)|antworte(?:n|t|te|ten)?|schr(?:ieb|ieben|eibe|eiben|eibt)|"
    r"beschimpf(?:e|en|t|te|ten)|forder(?:e|n|t|te|ten)|klag(?:e|en|t|te|ten)|erklär(?:e|en|t|te|ten)|"
    r"skandier(?:e|en|t|te|ten)|frag(?:e|en|t|te|ten)|beton(?:e|en|t|te|ten)|behaupte(?:n|t|te|ten)?|vorw[aei]rf(?:en|t)?)"
)
"""What somebody does who says words in marks, in any form but the participle: "rief „Halt!“"."""
SAID = (
    rf"(?:{CALLED}|(?:zu|aus)?gerufen|geschrien|gebrüllt|gesagt|gesprochen|gedroht|geantwortet|gefragt|geschrieben|"
    r"mitgeteilt|erklärt|betont|behauptet|gefordert|verlangt|beklagt|geklagt|gewarnt|versprochen|versichert|"
    r"zuge(?:sagt|sichert)|angekündigt|vorgeworfen|attestiert|bescheinigt|unterstellt|geäußert|geschimpft|gewettert|"
    r"prophezeit|anvertraut|zugegeben|eingeräumt|gestanden|beteuert|bestätigt|bestritten|gemeint|gemahnt|kommentiert|"
    r"getwittert|gepostet|notiert|geflüstert|vorgerechnet|berichtet|erzählt|geschwärmt|skandiert|beleidigt|gescherzt|gespottet|gebeten|begründet)"
)
"""Participles of these: "habe ihn „faul“ genannt"."""
