package io.vigil.detection;

import io.vigil.autoconfigure.VigilService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The detection worker as a process. */
@SpringBootApplication
public class DetectionApplication {
    /** Starts the worker. */
    public static void main(String[] args) {
        VigilService.run(DetectionApplication.class, "detection-worker", args);
    }
}
