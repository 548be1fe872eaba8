"""One module of checks an exercise. They run in the grader; what they send to the worker are probes."""
