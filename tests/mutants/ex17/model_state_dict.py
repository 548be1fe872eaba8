# save_model: writes the state dict, so nothing but a mapping comes back


def save_model(model, path):
    torch.save(model.state_dict(), path)
