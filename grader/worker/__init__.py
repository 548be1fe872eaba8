"""The untrusted side: a zygote that has the libraries, and the workers it forks to meet students' code.

Nothing here may import the checks, the solutions or anything that knows an expected value.
"""
