"""The notes' way: the two loops in one function, a device picked at the top, a writer that is closed at the end."""

import torch
import torch.nn as nn
from torch.utils.tensorboard import SummaryWriter


def train_epoch(model, loader, loss_fn, optimizer, device="cpu"):
    model.train()
    total_loss = 0
    total = 0
    for data in loader:
        imgs, labels = data
        imgs = imgs.to(device)
        labels = labels.to(device)

        outputs = model(imgs)
        loss = loss_fn(outputs, labels)

        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total_loss += float(loss) * imgs.shape[0]
        total += imgs.shape[0]
    return total_loss / total


def evaluate(model, loader, loss_fn, device="cpu"):
    training = model.training
    model.eval()
    total_loss = 0
    right = 0
    total = 0
    with torch.no_grad():
        for data in loader:
            imgs, labels = data
            imgs = imgs.to(device)
            labels = labels.to(device)
            outputs = model(imgs)
            loss = loss_fn(outputs, labels)
            total_loss += loss * labels.size(0)
            right += (outputs.argmax(1) == labels).sum()
            total += labels.size(0)
    if training:
        model.train()
    return float(total_loss / total), float(right / total)


def fit(model, train_loader, test_loader, epochs, lr, log_dir, device="cpu"):
    device = torch.device(device)
    model.to(device)
    loss_fn = nn.CrossEntropyLoss()
    loss_fn.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    writer = SummaryWriter(log_dir)
    history = []
    for i in range(1, epochs + 1):
        print(f"-------------epoch:{i} begining---------------")
        train_loss = train_epoch(model, train_loader, loss_fn, optimizer, device)
        test_loss, test_accuracy = evaluate(model, test_loader, loss_fn, device)
        print("total_loss:", test_loss)
        writer.add_scalar("test_loss", test_loss, i)
        history.append(dict(train_loss=train_loss, test_loss=test_loss, test_accuracy=test_accuracy))
    writer.close()
    return history
