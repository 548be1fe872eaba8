# save_weights: the method itself, not what it gives


def save_weights(model, path):
    torch.save(model.state_dict, path)
