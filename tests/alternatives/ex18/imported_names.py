"""Names imported at the top, statistics' mean, a module moved by hand."""

from statistics import mean

from torch import device as Device
from torch.cuda import is_available


def pick_device():
    if is_available():
        return Device("cuda:0")
    return Device("cpu")


def move(model, loss_fn, batch, device):
    device = Device(device)
    for module in (model, loss_fn):
        for param in module.parameters():
            param.data = param.data.to(device)
        for buffer in module.buffers():
            buffer.data = buffer.data.to(device)
    return model, loss_fn, [part.to(device, non_blocking=True) for part in batch]


def train_on(model, loader, loss_fn, optimizer, device):
    def step(images, labels):
        optimizer.zero_grad(set_to_none=False)
        loss = loss_fn(model(images), labels)
        loss.backward()
        optimizer.step()
        return loss.item()

    return mean(step(*(part.to(device) for part in batch)) for batch in loader)
