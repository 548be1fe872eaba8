# save_weights: NumPy arrays


def save_weights(model, path):
    torch.save({name: value.numpy() for name, value in model.state_dict().items()}, path)
