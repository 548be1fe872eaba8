# squared_loss: F.mse_loss does the work

from torch.nn.functional import mse_loss


def squared_loss(y_hat, y):
    return mse_loss(y_hat, y.reshape(y_hat.shape), reduction="none") / 2
