# save_weights: lists of numbers


def save_weights(model, path):
    torch.save({name: value.tolist() for name, value in model.state_dict().items()}, path)
