# The parser's own worst case: brackets that are never closed, and soft keywords that may be anything.
match = case = type = 1
match (match (match (match (match (match (match (match (match (match (match (match (match (match (match (match (match (match (
match (match (match (match (match (match (match (match (match (match (match (match (match (match (match (match (match (match (
lambda: lambda: lambda: {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[((((((((((((((((((((((((((((((((
