# fit: SGD with momentum


def fit(model, train_loader, test_loader, epochs, lr, log_dir, device="cpu"):
    model.to(device)
    loss_fn = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    history = []
    with SummaryWriter(log_dir) as writer:
        for epoch in range(1, epochs + 1):
            train_loss = train_epoch(model, train_loader, loss_fn, optimizer, device)
            test_loss, test_accuracy = evaluate(model, test_loader, loss_fn, device)
            writer.add_scalar("test_loss", test_loss, epoch)
            history.append({"train_loss": train_loss, "test_loss": test_loss, "test_accuracy": test_accuracy})
    return history
