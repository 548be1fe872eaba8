# A loop at import that swallows everything which could end it.
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
