# Constant folding, nested comprehensions and deep expressions that keep the compiler busy, in one line each.
source = "x = " + "+".join(["(1 << 120_000)"] * 200)
for _ in range(1000):
    exec(compile(source, "<long>", "exec"))
    compile("[" * 90 + "]" * 90, "<long>", "eval")
    compile("x" + "[0]" * 50_000, "<long>", "eval")
