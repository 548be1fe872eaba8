# fit: the same dict over and over


def fit(model, train_loader, test_loader, epochs, lr, log_dir, device="cpu"):
    model.to(device)
    loss_fn = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history, entry = [], {}
    with SummaryWriter(log_dir) as writer:
        for epoch in range(1, epochs + 1):
            entry["train_loss"] = train_epoch(model, train_loader, loss_fn, optimizer, device)
            entry["test_loss"], entry["test_accuracy"] = evaluate(model, test_loader, loss_fn, device)
            writer.add_scalar("test_loss", entry["test_loss"], epoch)
            history.append(entry)
    return history
