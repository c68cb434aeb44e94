"""What runs on a cluster: workers that take orders and jobs from a broker, and share them."""
