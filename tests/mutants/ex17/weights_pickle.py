# save_weights: pickle in place of torch.save


def save_weights(model, path):
    import pickle

    with open(path, "wb") as file:
        pickle.dump(model.state_dict(), file)
