# save_weights: the state dict inside another dict


def save_weights(model, path):
    torch.save({"state_dict": model.state_dict()}, path)
