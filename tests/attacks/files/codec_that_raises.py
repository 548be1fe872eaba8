# coding: undefined
# An encoding whose codec raises an error of another kind, where the grader looks at the file.
def linreg(X, w, b):
    return X * 0
