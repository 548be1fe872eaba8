# save_weights: switches the model to evaluation


def save_weights(model, path):
    model.eval()
    torch.save(model.state_dict(), path)
