# Texts that are templates: for format, for %, for the logger, for rich and for the shell.
TEXT = "{0.__class__.__mro__} {error} {} {:x} %s %n %(name)s ${HOME} $(id) [link=http://example.org]x[/link] [/] `id` {{"


def linreg(X, w, b):
    raise ValueError(TEXT)


def squared_loss(y_hat, y):
    return type(TEXT, (), {"__module__": TEXT})()
