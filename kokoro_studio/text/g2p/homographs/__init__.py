"""English homographs: which of its sounds a word has, by the tagger's scores and the words around.

Each sense of a word collects points: the logarithm of the probability that the tagger gives to the
parts of speech of that sense, and the weights of the cues that are found around it. The sense with
most points is taken. `table.py` has the words and their cues, `senses.py` reads it, `context.py`
finds the cues in a sentence, `choosing.py` adds the points.

It knows neither spaCy nor misaki's tokens: words with tags go in, and keys of misaki's lexicon
come out.
"""

from .choosing import Homographs
from .context import Word
from .senses import Scores

__all__ = ["Homographs", "Scores", "Word"]
