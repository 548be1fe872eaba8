# fit: one dict of lists


def fit(model, train_loader, test_loader, epochs, lr, log_dir, device="cpu"):
    model.to(device)
    loss_fn = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = {"train_loss": [], "test_loss": [], "test_accuracy": []}
    with SummaryWriter(log_dir) as writer:
        for epoch in range(1, epochs + 1):
            history["train_loss"].append(train_epoch(model, train_loader, loss_fn, optimizer, device))
            test_loss, test_accuracy = evaluate(model, test_loader, loss_fn, device)
            writer.add_scalar("test_loss", test_loss, epoch)
            history["test_loss"].append(test_loss)
            history["test_accuracy"].append(test_accuracy)
    return history
