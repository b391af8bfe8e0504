"""What votes and scores prove. Pure: knows nothing of sound, trials, databases or pages."""
