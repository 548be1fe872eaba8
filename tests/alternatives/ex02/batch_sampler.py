"""torch's samplers give the indices; map cuts a batch at each step."""

from torch.utils.data import BatchSampler, RandomSampler


def data_iter(batch_size, features, labels):
    def cut(batch):
        return features[batch], labels[batch]

    return map(cut, BatchSampler(RandomSampler(features), batch_size, drop_last=False))
