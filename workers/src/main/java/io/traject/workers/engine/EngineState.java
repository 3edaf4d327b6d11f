package io.traject.workers.engine;

/** Whether the engine can be reached, as this instance last saw it, a few seconds ago at most. */
public interface EngineState {

    /** It answers, has the models, and its jobs are taken. */
    boolean isWorking();
}
