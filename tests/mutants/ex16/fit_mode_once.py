# fit: training mode is set once, before the loop, and the first validation ends it


def fit(model, train_loader, test_loader, epochs, lr, log_dir, device="cpu"):
    model.to(device)
    loss_fn = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    model.train()
    with SummaryWriter(log_dir) as writer:
        for epoch in range(1, epochs + 1):
            total, count = 0.0, 0
            for X, y in train_loader:
                loss = loss_fn(model(X.to(device)), y.to(device))
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                total, count = total + loss.item() * len(y), count + len(y)
            model.eval()
            test_loss, test_accuracy = evaluate(model, test_loader, loss_fn, device)
            writer.add_scalar("test_loss", test_loss, epoch)
            history.append({"train_loss": total / count, "test_loss": test_loss, "test_accuracy": test_accuracy})
    return history
