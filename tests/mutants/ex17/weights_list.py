# save_weights: a list of tensors


def save_weights(model, path):
    torch.save([value for value in model.state_dict().values()], path)
