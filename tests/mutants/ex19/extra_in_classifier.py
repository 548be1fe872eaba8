# add_extra: registered inside of the classifier, whose forward then uses it
import torch


def add_extra(model):
    model.classifier.add_module("extra", torch.nn.Linear(1000, 10))
    return model
