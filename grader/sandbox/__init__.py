"""The sandbox a worker puts itself into before it meets a student's code, one module a layer."""
