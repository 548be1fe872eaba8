# save_model: adds an ending to the path


def save_model(model, path):
    torch.save(model, path + ".pt")
