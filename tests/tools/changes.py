"""What can be changed in a file, a little at a time, so that a test should notice? Signs, numbers, whole statements.

Cosmic Ray knows what to change in Python; a few patterns know it for a script that needs no page.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

OPERATORS = (
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")),
    *("ReplaceComparisonOperator_Is_IsNot", "ReplaceComparisonOperator_IsNot_Is", "ReplaceUnaryOperator_Delete_Not"),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "BitOr_BitAnd", "BitAnd_BitOr")),
    *("AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "NumberReplacer", "ZeroIterationForLoop"),
)
# What stays in a script, and then what is changed in it.
TOKEN = re.compile(
    r"""(?P<stays>/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|=>|>>>|\?\.|\?\?
        |(?:(?<=[(,=:!&|?>\[])|(?<=[,=:&|?>]\ ))/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+/\w*)
    |(?P<spread>\.\.\.)|(?P<call>\.(?:filter|sort|slice|trim|replace|flat)(?=\())
    |(?P<number>(?<![\w.])\d+(?![\w.]))|(?P<word>\b(?:true|false|some|every|max|min)\b)
    |(?P<sign>===|!==|<=|>=|&&|\|\||\+\+|--|\+=|-=|[<>+\-?!])""",
    re.VERBOSE | re.DOTALL,
)
_PAIRS = ("=== !==", "<= <", ">= >", "&& ||", "++ --", "+= -=", "+ -", "true false", "some every", "max min")
OTHER = {one: [other] for pair in map(str.split, _PAIRS) for one, other in (pair, pair[::-1])}
OTHER |= {"?": ["&& false ?", "|| true ?"], "!": [""]}
DELETED = (ast.Expr, ast.Assign, ast.AugAssign, ast.Return, ast.Continue, ast.Break, ast.Raise)


class Mutant(NamedTuple):
    """One change: the line, what stood there, what stands there now, and the whole changed file."""

    line: int
    before: str
    after: str
    code: str

    def shown(self, path: str) -> str:
        """It as it stands in a list."""
        return f"{path}:{self.line}\n  - {self.before}\n  + {self.after}"


def alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters or lines two texts begin with that are the same."""
    return next((at for at, pair in enumerate(zip(one, other)) if pair[0] != pair[1]), min(len(one), len(other)))


def changed(old: str, new: str) -> Mutant:
    """A change, with some words on either side of it."""
    if new.count("\n") < old.count("\n"):  # whole lines
        lines, others = old.splitlines(), new.splitlines()
        first = alike(lines, others)
        last = alike(lines[first:][::-1], others[first:][::-1])
        ends = [" ".join(" ".join(some[first : len(some) - last]).split()) for some in (lines, others)]
        return Mutant(first + 1, ends[0], ends[1] or "(nothing)", new)
    begin = alike(old, new)
    end = alike(old[begin:][::-1], new[begin:][::-1])
    left = max(old.rfind("\n", 0, begin) + 1, begin - 40)
    right = min(len(old) - end + 40, *(at for at in (old.find("\n", len(old) - end), len(old)) if at >= 0))

    def shown(text: str) -> str:
        return " ".join(text[left : right + len(text) - len(old)].split())

    return Mutant(old.count("\n", 0, begin) + 1, shown(old), shown(new), new)


def inside(text: str, at: int) -> int:
    """Where what begins at a place ends: at a comma or a closing bracket that it has not opened."""
    depth = 0
    for place in range(at, len(text)):
        if text[place] in ",)]}" and not depth:
            return place
        depth += (text[place] in "([{") - (text[place] in ")]}")
    return len(text)


def of_script(code: str) -> Iterator[str]:
    """Each changed form of a script: signs, numbers, a side of a choice, what is spread, a step of a chain, a line."""
    for found in TOKEN.finditer(code):
        (begin, end), text = found.span(), found.group()
        changes: list[str] = []
        if found["spread"]:
            end = inside(code, end)
            end += len(", ") if code.startswith(", ", end) else 0
            changes = [""]
        elif found["call"]:
            end = inside(code, end + 1) + 1
            while code[end - 1] == ",":  # of several arguments
                end = inside(code, end) + 1
            changes = [""]
        elif found["number"]:
            changes = [str(int(text) + 1)]
        elif found["word"] or found["sign"]:
            changes = OTHER[text]
        yield from (code[:begin] + change + code[end:] for change in changes)
    lines = code.splitlines(keepends=True)
    for number, line in enumerate(lines):
        whole = all(line.count(one) == line.count(other) for one, other in ("()", "[]", "{}"))
        if whole and line.rstrip().endswith(";") and not re.match(r"\s*(const|let|return \{)\b", line):
            yield "".join(lines[:number] + lines[number + 1 :])


def of_python(code: str) -> Iterator[str]:
    """Each changed form of a module: those of Cosmic Ray, and those that lack a statement."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    plain = bare(code)
    for name in OPERATORS:
        at = 0
        while (made := mutate_code(code, get_operator(f"core/{name}")(), at)) is not None:
            at += 1
            if bare(made) not in (plain, None):
                yield made
    lines = code.splitlines(keepends=True)
    for node in ast.walk(ast.parse(code)):
        words = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node, DELETED) and not words and node.col_offset:
            stay = f"{' ' * node.col_offset}pass\n"
            yield "".join([*lines[: node.lineno - 1], stay, *lines[node.end_lineno :]])


def bare(code: str) -> str | None:
    """What a module does, without the types of its names; None when it is no Python."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(0)
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
    return ast.dump(tree)


def mutants(path: str, code: str) -> list[Mutant]:
    """Each change of a file once, in the order of its lines."""
    made = dict.fromkeys(of_python(code) if path.endswith(".py") else of_script(code))
    return sorted(changed(code, one) for one in made if one != code)
