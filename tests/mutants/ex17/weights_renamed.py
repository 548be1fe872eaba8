# save_weights: other names


def save_weights(model, path):
    torch.save({f"model.{name}": value for name, value in model.state_dict().items()}, path)
