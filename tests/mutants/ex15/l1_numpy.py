# l1_loss: goes through NumPy, so the graph is cut


def l1_loss(inputs, targets):
    import numpy as np

    return torch.tensor(np.abs(_difference(inputs, targets).detach().numpy()).mean())
