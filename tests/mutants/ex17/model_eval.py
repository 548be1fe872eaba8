# save_model: switches the model to evaluation


def save_model(model, path):
    torch.save(model.eval(), path)
