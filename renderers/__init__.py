"""What is shown: values of the engine turned into bytes."""
