# data_iter: the batches come in the order of the data

def data_iter(batch_size, features, labels):
    for start in range(0, len(features), batch_size):
        yield features[start : start + batch_size], labels[start : start + batch_size]
