"""Formulas of the task texts, as TeX."""

import pytest

from grader.formula import as_tex, is_formula


@pytest.mark.parametrize(
    "line",
    [
        "    w ← w − lr · (1/|B|) · Σ ∂l/∂w        b ← b − lr · (1/|B|) · Σ ∂l/∂b",
        "    ŷ = b + Σᵢ wᵢ xᵢ + Σ_{i<j} ⟨vᵢ, vⱼ⟩ xᵢ xⱼ",
        "    h = max(0, X W₁ᵀ + b₁)        ŷ = h W₂ᵀ + b₂",
    ],
)
def test_formulas(line):
    assert is_formula([line])


@pytest.mark.parametrize(
    "block",
    [
        ["    x = [[1, 2, 3],      over dim 0:  [5, 7, 9]", "         [4, 5, 6]]"],
        ["    resizer = transforms.Resize((400, 300))"],
        ['    writer = SummaryWriter("log")'],
        ["    datasets/ants_bees/train/ants/ant_00.png"],
        ["    X        (n, d)    every value drawn for itself"],
    ],
)
def test_listings_stay_listings(block):
    assert not is_formula(block)


def test_tex():
    tex = as_tex(["    ŷ = W₂ᵀ h + ½ Σ_{i<j} x²    lr ← 0.1 · exp(o_j)"])
    line = tex.splitlines()[2]
    assert r"\hat{y} = W_{2}^{T} h + \tfrac{1}{2} \sum _{i<j} x^2" in line
    assert r"\qquad \mathrm{lr} \leftarrow  0.1 \cdot  \exp (o_{j})" in line
    assert tex.startswith("$$") and tex.endswith("$$")
