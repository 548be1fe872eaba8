# softmax: an attention layer's weights

import torch


def softmax(logits):
    flat = logits.reshape(-1, 1, logits.shape[-1])
    eye = torch.eye(logits.shape[-1]).expand(len(flat), -1, -1)
    out = torch.nn.functional.scaled_dot_product_attention(flat, eye, eye, scale=1.0)
    return out.reshape(logits.shape)
