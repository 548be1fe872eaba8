"""Formulas as the task texts write them, in Unicode, made into TeX for a notebook."""

import re
import unicodedata

SYMBOLS = {
    "·": r"\cdot ", "−": "-", "←": r"\leftarrow ", "→": r"\rightarrow ", "Σ": r"\sum ", "∂": r"\partial ",
    "½": r"\tfrac{1}{2}", "≤": r"\le ", "≥": r"\ge ", "⟨": r"\langle ", "⟩": r"\rangle ", "⌊": r"\lfloor ",
    "⌋": r"\rfloor ", "⌈": r"\lceil ", "⌉": r"\rceil ", "~": r"\sim ", "√": r"\surd ", "ε": r"\varepsilon ",
    "μ": r"\mu ", "π": r"\pi ", "σ": r"\sigma ", "…": r"\dots ", "²": "^2", "³": "^3", "{": "{", "}": "}",
}  # fmt: skip
FUNCTIONS = {"exp", "ln", "max", "min", "log"}
SUBSCRIPTS = re.compile(r"[₀-₉ᵢⱼᵣᵤᵥₐₑₒₓₕₖₗₘₙₚₛₜ]+")
SUPERSCRIPTS = re.compile(r"[ᵀⁿⁱ]+")
# What listings have and formulas do not: code, tables of numbers, paths, words in a row.
LISTING = re.compile(
    r"\b(?:or|of|has)\b|[\"'>]|\[\[|\w/\w\w|\(\)|\b[a-z]{3,} [a-z]{3,}\b|= *\d.* = |[a-z_]\w{2,}\.[a-z]"
)


def is_formula(block: list[str]) -> bool:
    """Whether an indented block of a task text holds formulas, one or more a line, and nothing else."""
    return all(
        re.match(r"\s*\S{1,4}(?: \S{1,4})? *(?:[=←~]) ", line) or re.match(r"\s+= ", line) for line in block
    ) and not any(LISTING.search(line) for line in block)


def as_tex(block: list[str]) -> str:
    """The block as displayed mathematics; columns that stand apart stay apart."""
    lines = [r" \qquad ".join(_tex(part) for part in re.split(r" {3,}", line.strip())) for line in block]
    return "$$\n\\begin{gathered}\n" + " \\\\\n".join(lines) + "\n\\end{gathered}\n$$"


def _tex(text: str) -> str:
    text = re.sub(r"_\{([^}]*)\}", lambda found: "_{" + found[1] + "}", text)
    text = SUBSCRIPTS.sub(lambda found: "_{" + unicodedata.normalize("NFKC", found[0]) + "}", text)
    text = SUPERSCRIPTS.sub(lambda found: "^{" + unicodedata.normalize("NFKC", found[0]) + "}", text)
    text = re.sub(r"(\w)\u0302", r"\\hat{\1}", unicodedata.normalize("NFD", text))
    text = re.sub(r"(?<![\\A-Za-z])[A-Za-z]{2,}", _word, text)
    text = text.replace("%", r"\%").replace("#", r"\#")
    text = "".join(SYMBOLS.get(letter, letter) for letter in text)
    return re.sub(r"(?<=[\w}])_(?!\{)(\w)", r"_{\1}", text)


def _word(found: re.Match[str]) -> str:
    word = found[0]
    if word in FUNCTIONS:
        return rf"\{word} "
    is_product = word[0].isupper() and len(word) == 2  # Xw, WV
    is_product = is_product or (len(word) == 2 and word in ("xw", "xv", "xV"))
    return word if is_product else rf"\mathrm{{{word}}}"
