# freeze_features: freezes a copy
import copy


def freeze_features(model):
    model = copy.deepcopy(model)
    model.features.requires_grad_(False)
    return model
