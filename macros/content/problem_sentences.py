"""What does the checker say? Each rule with two sentences: the mistake, and what to type instead.

The facts of one case are filled in. A rule without a broken guide in ``tests/test_broken.py`` fails the suite.
"""

from __future__ import annotations

RULES: dict[str, tuple[str, str]] = {
    # the file itself
    "missing-file": ("This file is missing.", "Put it back, or copy it from the guide that yours was made from."),
    "stray-file": ("Nothing reads this file here.", "{advice}"),
    "outside-link": (
        "This file is a link that leads out of the folder of the guide.",
        "Put a copy of the real file here instead of the link.",
    ),
    "unreadable": ("This file cannot be opened: {reason}.", "Check that it is there and that you may read it."),
    "not-utf8": (
        "This file is not saved as UTF-8 text: {reason}.",
        "Save it again and choose the encoding UTF-8. In Notepad: File, Save as, Encoding.",
    ),
    "tab": ("There is a tab here.", "{advice}"),
    "unseen-sign": (
        "There is a sign here that nobody can see: {what} ({code}).",
        "Delete it together with the letters beside it, and type those again.",
    ),
    "letter-lost": ("A program lost a letter here, and put `{text}` ({code}) in its place.", "Type the letter again."),
    "letter-twice": ("`{text}` was `{letter}` before this text was saved in another encoding.", "Type `{letter}`."),
    "strange-sign": ("There is {what} ({code}) {where}.", "Type {wanted} instead."),
    "empty-file": ("This file is empty.", "Fill it in. It needs: {fields}."),
    "half-merged": (
        "Two versions of this file were put together, and that is half done: `{text}`.",
        "Choose one of the two, and take out the lines of signs, `<<<<<<<`, `=======` and `>>>>>>>`.",
    ),
    "too-big": ("This file is too big: {size} characters, and the most is {limit}.", "Split it, or make it shorter."),
    "too-deep": ("Lists and fields are nested more than {limit} deep here.", "Start again from a file that works."),
    "bad-yaml": ("This line cannot be read: {reason}.", "{advice}"),
    "second-document": (
        "A second document begins here, after a line of three dashes.",
        "Keep one document in a file: take this line out.",
    ),
    "alias": (
        "`{text}` is a short cut of YAML that this guide does not use.",
        "Write the words out, or put them in double quotes.",
    ),
    "tag": (
        "`{text}` is a YAML tag that this guide does not use.",
        "Take it out, or put the whole text in double quotes.",
    ),
    "bad-example": (
        "These lines are no file that somebody could write: they cannot be read as fields with their values.",
        "Write them as they stand in such a file, behind `lines: |`, each two spaces in.",
    ),
    # other languages
    "bad-translation": (
        "This is no text of a language.",
        "Type where the text stands in the guide's file, a colon, and below it `of:` (what the guide says) and `say:` "
        "(the translation).",
    ),
    "stale-translation": (
        "`{text}` translates what the guide said before. It says now: `{now}`.",
        "Look at it. `python -m macros translate {tag}` puts both beside it.",
    ),
    "gone-translation": (
        "The guide no longer says what `{text}` translates.",
        "Take it out, or use its words elsewhere.",
    ),
    "own-of-hidden": (
        "`{text}` is yours, and its stage `{stage}` is hidden, so nobody sees it.",
        "Move its file to the folder of another stage, or show the stage.",
    ),
    "lost-link": (
        "These words lead to {found}, and what they translate leads to {wanted}.",
        "Keep where each link leads as it was: [your words](target).",
    ),
    "language-unseen": (
        "`{text}` is not in `languages:` yet, so the site does not have it in {name}{wrong}.",
        "{advice}",
    ),
    "id-of-language": (
        "`{text}` is the sign of a language, and the pages in it stand in a folder of that name.",
        "Choose another id for this.",
    ),
    "no-language": (
        "There is no translation into `{text}`.",
        "To begin one: `python -m macros translate {text}`. Or take it out of this list.",
    ),
    # what YAML reads without a word, and not as it was meant
    "cut-by-hash": ("A space and `#` begin a remark, so the text before them ends there.", "{advice}"),
    "hash-first": ("`#` begins a remark, so there is nothing here.", "Put the whole text in double quotes: {typed}."),
    "remark-for-text": (
        "This is taken for a remark, because it begins with `#`, and not for a part of the text.",
        "If it is text, put the whole text in double quotes. If it is a remark, give it a line of its "
        "own and a space after `#`.",
    ),
    "runs-on": ("This line is taken for more of the text that begins on line {line}.", "{advice}"),
    "block-sign": (
        "`{text}` is taken for the sign of a block of text, not for text.",
        "Put the whole text in double quotes.",
    ),
    "backslash-letter": (
        "`{text}` in double quotes is taken for {what}.",
        "Type two backslashes for one, or use single quotes.",
    ),
    "duplicate-key": ("`{key}` stands here a second time. The first is on line {line}.", "Keep one of the two."),
    # what a field may hold
    "unknown-field": ("There is no field `{field}` here.", "{advice}"),
    "missing-field": ("The field `{field}` is missing.", "Add `{field}:` ({doc})."),
    "bare-truth": ("`{text}` without quotes means yes or no, not text.", "Type {typed} with double quotes."),
    "bare-number": ("`{text}` without quotes is a number, not text.", "Type {typed} with double quotes."),
    "bare-date": ("`{text}` without quotes is a date, not text.", "Type {typed} with double quotes."),
    "bare-nothing": ("`{text}` without quotes means nothing, not text.", "Type {typed} with double quotes."),
    "nothing-here": ("There is nothing here, and it needs {wanted}.", "Fill it in: {doc}."),
    "wrong-type": ("This is {found}, and it needs {wanted}.", "{advice}"),
    "colon-in-text": (
        "`{text}:` is taken for the name of a field, because of its colon.",
        "Put the whole text in double quotes.",
    ),
    "number-out-of-range": ("{number} is out of range.", "Type {wanted}."),
    "not-a-choice": ("`{text}` is not one of the choices.", "{advice}"),
    "bad-id": ("`{text}` cannot be an id.", "{advice}"),
    "html-in-text": (
        "There is HTML in this text: `{text}`. It would be shown as text and never run.",
        "Write plain words instead.",
    ),
    "source-in-text": (
        "The source `{text}` stands among the words, and would be shown as it is.",
        "Take it out, and name it below the words, with `source:` and its key.",
    ),
    "too-long": ("This text has {length} characters, and the most is {limit}.", "Say it in fewer words."),
    "too-few": ("There are {count} here, and at least {least} must be.", "Add {missing} more."),
    "too-many": ("There are {count} here, and the most is {most}.", "{advice}"),
    "comma-missing": (
        "`{text}` is taken for one name, and there are {count}.",
        "Put a comma between them, or give each a line of its own that begins with a dash.",
    ),
    "twice-in-list": ("`{text}` stands in this list twice.", "Take one of them out."),
    "one-of": ("A block holds exactly one kind of content, and this one has {count}.", "Use one of: {choices}."),
    "bad-address": ("`{text}` is not a web address.", "Begin with https:// or http:// and leave no spaces."),
    "bad-colour": ("`{text}` is not a colour.", 'Type `#` and six of the signs 0 to 9 and a to f, such as "#0a4a63".'),
    "bad-tag": ("`{text}` is not the sign of a language.", "Type it as others do: cy, pl, pt-BR."),
    "bad-file": (
        "`{text}` is not the name of a picture.",
        "Type a name of small letters, digits and hyphens that ends in .svg, .png or .ico, such as logo.svg.",
    ),
    "no-picture-file": ("There is no file {text}.", "Put the picture there, or take this line out."),
    "not-a-picture": (
        "{text} is no picture that a browser can show.",
        "Open it in the program that made it, and save it as {kind} again.",
    ),
    "link-in-text": (
        "This text cannot hold a link, and people would read {text} as it stands.",
        "Write the words alone. Links work in the texts of pages, in the folder pages.",
    ),
    "page-to-come": (
        "This page is not there yet.",
        "It comes in a moment. If it does not, press Ctrl+C, and begin again.",
    ),
    "bad-day": (
        "`{text}` is not a day.",
        'Type the year, the month and the day as numbers, in double quotes, such as "{example}".',
    ),
    "bad-email": (
        "`{text}` is not an e-mail address.",
        "Type one address alone, such as office@example.org: no spaces, no name before it, no `mailto:`.",
    ),
    "bad-link": ("The link `{text}` leads nowhere.", "{advice}"),
    "bad-placeholder": (
        "These words need {wanted}, and hold {found}.",
        "Keep each {{slot}} in curly brackets as it was.",
    ),
    "doors-elsewhere": (
        "`doors` stands here, and only the first page shows them.",
        "Put them into `marks/pages/index.yml`, or take them out.",
    ),
    "ragged-table": (
        "This row has {count} cells, and the table has {wanted} columns.",
        "Give each row as many cells as the head.",
    ),
    # how the files fit together
    "id-unlike-file": ("The id `{text}` is not the name of the file.", "{advice}"),
    "duplicate-id": ("The id `{text}` is taken: {file}, line {line}.", "Give one of the two another id."),
    "pale-colour": (
        "`{name}` ({value}) is too pale to read on {ground} ({below}): its contrast is {ratio} to 1, and not {least}.",
        "The nearest that can be read is {near}.",
    ),
    "page-missing": (
        "This page is missing.",
        "Run `make pages` or `python -m macros pages`, or write the file: it holds {calls}.",
    ),
    "page-of-no-stage": (
        "There is no stage `{text}` for this page to show.",
        "{advice}",
    ),
    "page-not-in-menu": (
        "The menu lacks `{text}`.",
        "Run `make pages` or `python -m macros pages`, or add the line below `nav:`.",
    ),
    "menu-unreadable": (
        "The menu below this line cannot be read.",
        "Each of its lines is a dash, a space and the name of a page, below a group further to the right.",
    ),
    "menu-unlike-words": (
        "The menu has no group that is called `{text}`, as words.yml calls it.",
        "Run `make pages` or `python -m macros pages`, or give the group that name.",
    ),
    "reserved-id": ("The id `{text}` is kept for the page itself.", "Choose another id."),
    "unknown-mark": ("There is no mark `{text}`.", "{advice}"),
    "unknown-stage": ("There is no stage `{text}`.", "{advice}"),
    "unknown-idea": ("There is no idea `{text}` in the Lake.", "{advice}"),
    "unknown-source": ("There is no source `{text}` in references.yml.", "{advice}"),
    "unknown-word": ("There is no word `{text}` in glossary.yml.", "{advice}"),
    "unknown-group": ("There is no group of sources `{text}` in guide.yml.", "{advice}"),
    "unknown-origin": ("There is no origin `{text}` in guide.yml.", "{advice}"),
    "unknown-cost": ("There is no cost `{text}` in guide.yml.", "{advice}"),
    "unknown-effort": ("There is no effort `{text}` in guide.yml.", "{advice}"),
    "unknown-format": ("There is no format `{text}` in guide.yml.", "{advice}"),
    "unknown-question": ("There is no question `{text}` in guide.yml that is answered in words.", "{advice}"),
    "unknown-side": ("There is no side `{text}` in scale.yml.", "{advice}"),
    "unknown-round": ("There is no round `{text}` in example.yml.", "{advice}"),
    "unknown-page": ("There is no page `{text}`.", "{advice}"),
    "unknown-picture": ("There is no picture `{text}` in the set of icons.", "{advice}"),
    "mark-in-no-stage": ("The mark `{text}` stands in no stage's order.", "Add it to `marks` in {stage}."),
    "stage-in-no-order": (
        "The stage `{text}` is not in the order of the guide.",
        "Add it to `stages` in marks/guide.yml.",
    ),
    "mark-in-two": (
        "The mark `{text}` stands in the order twice. The first is in {file}, line {line}.",
        "Keep it in one place.",
    ),
    "mark-of-another-stage": (
        "The mark `{text}` lives in the folder {folder}.",
        "Move its file to the folder of this stage, or list it there.",
    ),
    "also-home": (
        "The idea `{text}` has `{stage}` as its home, so it cannot be one of its other stages.",
        "Take `{stage}` out of `also`.",
    ),
    "voice-without-ground": (
        "The voice `{text}` has neither a source nor a consent.",
        "Add `source:` with a key from references.yml, or `consent:` with by, on and for.",
    ),
    "quote-without-consent": (
        "The voice `{text}` is word for word, and has no consent.",
        "Add `consent:` with by, on and for, or report it in other words, `kind: reported`.",
    ),
    "consent-to-do": (
        "Nobody has written down yet who gave leave to print the voice `{text}`, when, and for what.",
        "Ask the person, and write it at `by`, `on` and `for`. Until then take the voice out: `hide: true`.",
    ),
    "consent-lapsed": (
        "The leave to print the voice `{text}` ended on {day}.",
        "Ask the person again and write down the new day, or take the voice out: `hide: true`.",
    ),
    "voice-for-nothing": (
        "The voice `{text}` speaks to no mark and opens no stage.",
        "Add `marks:` with the marks that it speaks to, or `opens:` with a stage.",
    ),
    "band-gap": (
        "The bands do not cover each score from {low} to {high} once: look at {score}.",
        "Let each band begin one above the end of the one before.",
    ),
    "one-score": (
        "{count} questions are answered by a score, and it must be one.",
        "Write `answer: score` at one question, and `answer: words` at each other.",
    ),
    "score-outside-step": ("The score {score} is not between {low} and {high}.", "Choose a score from `from` to `to`."),
    "score-outside-scale": (
        "The score {score} is not between {low} and {high}.",
        "Choose a score of the scale in scale.yml.",
    ),
    "more-than-here": (
        "There are {count} scores here, and no round has more than {here} people.",
        "Take some out, or put `here` right in a round.",
    ),
    "key-taken": (
        "The key `{text}` stands for another answer already.",
        "Choose a key that is no digit and not taken.",
    ),
    "not-retired": ("The mark `{text}` is still in the guide.", "Take it out of retired.yml, or take out its file."),
    # a fork's own layer
    "bad-hide": ("`hide` is yes or no, and here it is `{text}`.", "Type `hide: true`, or take the line out."),
    "bad-place": (
        "This does not say where it is to stand.",
        "Type `place: {{after: id}}` or `place: {{before: id}}` with the id of one beside it, or `place: first`.",
    ),
    "all-hidden": ("Every stage is hidden, and a guide has at least one.", "Take `hide: true` out of one of them."),
    "cannot-clear": ("`{text}` cannot be left out.", "Type what it is to say ({doc}), or take this line out."),
    # the same, and no mistake: `make check` lists it
    "same-as-guide": (
        "`{text}` says here what the guide says.",
        "Take it out, and what the guide says one day comes by itself.",
    ),
    "easy-title-stays": (
        "This has another title now, and Easy Read still calls it “{text}”.",
        "If that does not fit any more, write `easy_title:` below it, in a few easy words.",
    ),
    "same-title": (
        "Two marks are called “{text}”: the other is in {first}.",
        "Give one of them another title, so that people can tell them apart.",
    ),
    "to-write": ("These words are still to be written: `{text}`.", "Put your own words in its place."),
    "left-the-guide": ("There is no `{text}` in the guide to change.", "{advice}"),
    "changes-nothing": ("This file changes nothing.", "Write what is to be different, or delete it."),
    "never-cited": (
        "Nothing leans on the source `{text}`, so no page shows it.",
        "Write `source: {text}` where it belongs, or take it out.",
    ),
    "renamed-file": ("The mark `{text}` is now `{now}`, so this changes nothing.", "Call the file {now}.yml."),
    "other-stage": ("The mark `{text}` is not in this stage.", "Move this file to marks/local/{stage}/."),
    "place-lost": ("There is no `{text}` to stand beside, so this stands at the end.", "{advice}"),
    "beside-itself": ("`{text}` cannot stand beside itself.", "Name another one, or take `place` out."),
    "renamed-in-guide": ("The mark `{text}` is now `{now}`, and is taken for it.", "Type `{now}` here."),
    "gone-from-guide": ("The mark `{text}` is no longer in the guide, and is left out here.", "Take it out."),
    # how hard it is to read: only `make check` asks
    "too-hard": (
        "The reading grade here is {grade}, and the most is {most}.",
        "Make sentences shorter and use plainer words: the longest sentence has {count} words (`{text}`), and "
        "the hardest words are {words}.",
    ),
    "long-sentence": ("This sentence has {count} words, and the most is {most}: `{text}`.", "Make two of it."),
    "long-word": (
        "`{text}` is a long word, used {times}.",
        "Use a plainer one, or explain it in glossary.yml. If everybody knows it, add it to everyday.yml.",
    ),
    "abbreviation": (
        "`{text}` is an abbreviation that nothing explains, used {times}.",
        "Write the words out, or explain it in glossary.yml. If everybody knows it, add it to everyday.yml.",
    ),
    "unknown-macro-name": ("There is no {kind} `{text}` for this page to show.", "{advice}"),
}
