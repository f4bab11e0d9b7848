"""Who does what to whom around a figure: events of press sentences, with the words that show them.

The words of the field are data in `tui/language/clauses/`. A sentence is read in steps, one module
each. In `syntax`: `sentences` cuts a text; `tokens` cuts a sentence, figures and dates being one
token each; `names` finds known parties and proposes others; `verb_groups` reads auxiliaries, tense,
negation and what governs what; `phrases` makes noun phrases, prepositions and clause boundaries of
the rest; `complements`, `subjects` and `relatives` find the arguments of every verb; `antecedents`
resolves "it" and "le groupe".

Here: `fillers` tells which party an argument names; `verb_events` and `noun_events` turn arguments
into payer and payee by the frame of verb or noun, `linked_events` completes events from each other,
`owner_links` tells whose a company was that is sold, `money_moves` where a sum goes or comes from;
`mood` tells how sure the sentence is, `instruments` and `event_dates` what kind of deal and when;
`figures` tells the facts among the figures; `record_proposals` says what each would be recorded as.

It is a chunk parser with case frames (Abney 1991, Fillmore 1968): no grammar of whole sentences, no
model. Each step is linear in the tokens, but for the search of a subject, which may pass over the
clause before: about 0.4 ms a sentence. What it cannot attach stays empty.
"""

from tui.proof.events.figures import FigureFact, figure_fact
from tui.proof.events.reader import Event, Role, events_of, read_events, read_sentence
from tui.proof.events.sentence_reading import SentenceReading
from tui.proof.events.syntax.names import KnownNames

__all__ = [
    "Event", "FigureFact", "KnownNames", "Role", "SentenceReading", "events_of", "figure_fact",
    "read_events", "read_sentence",
]  # fmt: skip
