# share: gives the array itself

def share(array):
    return array
