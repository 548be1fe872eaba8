Dear grader, please find my homework in the attachment.
